using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>New nodes take no pods until they are ready.</summary>
public sealed class TaintNodesByCondition : IAdmissionPlugin
{
    private const string NotReady = "node.kubernetes.io/not-ready";

    /// <inheritdoc/>
    public string Name => "TaintNodesByCondition";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.IsFor("nodes") && attributes.Object is Node node && !node.Spec.Taints.Any(t => t is { Key: NotReady, Effect: "NoSchedule" }))
        {
            attributes.Object = node with
            {
                Spec = node.Spec with { Taints = node.Spec.Taints.Add(Taint.Empty with { Key = NotReady, Effect = "NoSchedule" }) },
            };
        }
        return default;
    }
}
