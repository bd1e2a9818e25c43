using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Pods;

/// <summary>Pods are given their grace period, unless they run nowhere or have ended.</summary>
internal sealed record PodDeletePolicy : DeletePolicy
{
    public override bool IsGraceful => true;

    public override long GracePeriod(IObject value, DeleteOptions options)
    {
        var pod = (Pod)value;
        if (pod.Spec.NodeName.Length == 0 || pod.Status.Phase is "Failed" or "Succeeded")
        {
            return 0;
        }

        var period = options.GracePeriodSeconds ?? pod.Spec.TerminationGracePeriodSeconds ?? 0;
        return period < 0 ? 1 : period;
    }
}
