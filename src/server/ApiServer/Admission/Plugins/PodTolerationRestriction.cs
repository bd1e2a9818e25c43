using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PodTolerationRestrictionConfigV1Alpha1;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Gives a namespace's pods its default tolerations and refuses those that its whitelist does not cover.</summary>
public sealed class PodTolerationRestriction(IClusterView cluster, Configuration? configuration) : IAdmissionPlugin
{
    private const string Defaults = "scheduler.alpha.kubernetes.io/defaultTolerations";
    private const string Whitelist = "scheduler.alpha.kubernetes.io/tolerationsWhitelist";

    private static readonly Toleration _memoryPressure = Toleration.Empty with { Key = "node.kubernetes.io/memory-pressure", Operator = "Exists", Effect = "NoSchedule" };

    /// <inheritdoc/>
    public string Name => "PodTolerationRestriction";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("pods") || attributes.Object is not Pod pod)
        {
            return default;
        }
        var tolerations = pod.Spec.Tolerations;
        if (attributes.Operation == AdmissionOperation.Create)
        {
            if (!TryRead(attributes.Namespace, Defaults, out var own, out var error))
            {
                return ValueTask.FromResult<Status?>(Refusal.Plain(error));
            }
            tolerations = TolerationSets.Merge(own ?? configuration?.Default ?? default, tolerations);
        }
        if (PodQos.Of(pod.Spec) != "BestEffort")
        {
            tolerations = TolerationSets.Merge(tolerations, [_memoryPressure]);
        }
        attributes.Object = pod with { Spec = pod.Spec with { Tolerations = tolerations.IsEmpty ? pod.Spec.Tolerations : tolerations } };
        return ValidateAsync(attributes, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("pods") || attributes.Object is not Pod pod || pod.Spec.Tolerations.IsEmpty)
        {
            return default;
        }
        if (!TryRead(attributes.Namespace, Whitelist, out var own, out var error))
        {
            return ValueTask.FromResult<Status?>(Refusal.Plain(error));
        }
        var (whitelist, scope) = own is { } list ? (list, "namespace") : (configuration?.Whitelist ?? default, "cluster");
        return ValueTask.FromResult(TolerationSets.IsAllowed(pod.Spec.Tolerations, whitelist)
            ? null
            : Refusal.Plain($"pod tolerations (possibly merged with namespace default tolerations) conflict with its {scope} whitelist"));
    }

    // Null where the namespace says nothing, empty where it says that there are none.
    private bool TryRead(string name, string annotation, out ValueList<Toleration>? tolerations, out string error)
    {
        (tolerations, error) = (null, "");
        if (cluster.Get<Namespace>("", name) is not { } found || !found.Metadata.Annotations.TryGetValue(annotation, out var text))
        {
            return true;
        }
        if (text.Length == 0)
        {
            tolerations = default(ValueList<Toleration>);
            return true;
        }
        try
        {
            tolerations = Value.ParseJson(System.Text.Encoding.UTF8.GetBytes(text)).Items.Select(item => Value.FromValue<Toleration>(item)).ToValueList();
            return true;
        }
        catch (WireException wrong)
        {
            error = wrong.Message;
            return false;
        }
    }
}
