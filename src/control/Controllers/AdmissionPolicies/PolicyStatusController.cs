using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.AdmissionPolicies;

/// <summary>
/// Says of each ValidatingAdmissionPolicy that it was seen. An expression that is wrong by itself is refused when it is written; what upstream
/// finds beyond that, by the schemas of the resources that a policy matches, is not looked for, so no warnings are told.
/// </summary>
public sealed class PolicyStatusController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<ValidatingAdmissionPolicy> _policies;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public PolicyStatusController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("validatingadmissionpolicy-status", 5, ReconcileAsync);
        _policies = context.Informers.For<ValidatingAdmissionPolicy>();
        _policies.AddHandler(Look, (_, after) => Look(after));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Look(ValidatingAdmissionPolicy policy)
    {
        if (policy.Status.ObservedGeneration != policy.Metadata.Generation)
        {
            _host.Queue.Add(policy.Metadata.Name);
        }
    }

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_policies.Get("", name) is { } policy && !policy.IsDeleting() && policy.Status.ObservedGeneration != policy.Metadata.Generation)
        {
            var seen = policy with { Status = policy.Status with { ObservedGeneration = policy.Metadata.Generation, TypeChecking = new TypeChecking() } };
            (await _context.Client.UpdateStatusAsync(seen, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
