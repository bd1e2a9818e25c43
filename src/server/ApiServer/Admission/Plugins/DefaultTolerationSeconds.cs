using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Lets pods stay five minutes on a node that is not ready or unreachable, unless they say otherwise.</summary>
public sealed class DefaultTolerationSeconds(long notReadySeconds = 300, long unreachableSeconds = 300) : IAdmissionPlugin
{
    private const string NotReady = "node.kubernetes.io/not-ready";
    private const string Unreachable = "node.kubernetes.io/unreachable";

    /// <inheritdoc/>
    public string Name => "DefaultTolerationSeconds";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.IsFor("pods") && attributes.Object is Pod pod)
        {
            var tolerations = pod.Spec.Tolerations;
            tolerations = Tolerates(pod, NotReady) ? tolerations : tolerations.Add(For(NotReady, notReadySeconds));
            tolerations = Tolerates(pod, Unreachable) ? tolerations : tolerations.Add(For(Unreachable, unreachableSeconds));
            if (tolerations.Count != pod.Spec.Tolerations.Count)
            {
                attributes.Object = pod with { Spec = pod.Spec with { Tolerations = tolerations } };
            }
        }
        return default;
    }

    private static bool Tolerates(Pod pod, string taint) =>
        pod.Spec.Tolerations.Any(t => (t.Key == taint || t.Key.Length == 0) && (t.Effect is "NoExecute" or ""));

    private static Toleration For(string taint, long seconds) =>
        Toleration.Empty with { Key = taint, Operator = "Exists", Effect = "NoExecute", TolerationSeconds = seconds };
}
