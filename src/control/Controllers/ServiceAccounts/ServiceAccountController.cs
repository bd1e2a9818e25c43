using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ServiceAccounts;

/// <summary>Gives every namespace the service account <c>default</c>.</summary>
public sealed class ServiceAccountController : IController
{
    private const string Name = "default";
    private readonly ControllerContext _context;
    private readonly SharedInformer<Namespace> _namespaces;
    private readonly SharedInformer<ServiceAccount> _accounts;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public ServiceAccountController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("serviceaccount", 1, ReconcileAsync);
        _namespaces = context.Informers.For<Namespace>();
        _accounts = context.Informers.For<ServiceAccount>();
        _namespaces.AddHandler(each => _host.Queue.Add(each.Metadata.Name), (_, each) => _host.Queue.Add(each.Metadata.Name));
        _accounts.AddHandler(deleted: account =>
        {
            if (account.Metadata.Name == Name)
            {
                _host.Queue.Add(account.Metadata.Namespace);
            }
        });
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private async ValueTask ReconcileAsync(string @namespace, CancellationToken cancellationToken)
    {
        if (_namespaces.Get("", @namespace) is not { Status.Phase: "Active" } || _accounts.Get(@namespace, Name) is not null)
        {
            return;
        }

        var account = new ServiceAccount { Metadata = new ObjectMeta { Name = Name, Namespace = @namespace } };
        var result = await _context.Client.CreateAsync(account, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!result.Ok && !result.IsAlreadyExists && !result.IsNamespaceTerminating)
        {
            throw new ApiException(result.Status);
        }
    }
}
