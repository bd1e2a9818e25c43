using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Probing;

/// <summary>
/// Repeats one probe of one container for as long as the pod lives. A verdict holds for the container instance it was made of; after a failed
/// liveness or startup probe nothing is asked until the container has been replaced.
/// </summary>
internal sealed class ProbeWorker(ProbeManager manager, Prober prober, IEventSink events, KubeletMetrics metrics, Pod pod, Container container, ProbeKind kind, Probe probe, TimeProvider time)
{
    private const int MaxTries = 3;

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private string _containerId = "";
    private ProbeVerdict _last;
    private int _run;
    private bool _onHold;

    public ProbeKind Kind => kind;

    /// <summary>Asks at once instead of at the next turn.</summary>
    public void Poke()
    {
        if (_wake.CurrentCount == 0)
        {
            try
            {
                _wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else has woken it at the same moment.
            }
        }
    }

    public void Stop() => _stop.Cancel();

    public async Task RunAsync()
    {
        var period = TimeSpan.FromSeconds(Math.Max(1, probe.PeriodSeconds));
        try
        {
            while (true)
            {
                await TurnAsync(_stop.Token).ConfigureAwait(false);
                await _wake.WaitAsync(Wait(period), _stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The pod has ended.
        }
        finally
        {
            if (_containerId.Length > 0)
            {
                manager.Remove(kind, _containerId);
            }

            var type = kind.ToString();
            metrics.ProbeSeconds.Remove(container.Name, pod.Metadata.Namespace, pod.Metadata.Name, type);
            foreach (var result in (string[])["successful", "failed", "unknown"])
            {
                metrics.Probes.Remove(container.Name, pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid, type, result);
            }
        }
    }

    private TimeSpan Wait(TimeSpan period)
    {
        // The initial delay may end before the period does.
        var record = manager.Find(pod.Metadata.Uid, container.Name);
        if (record is { State: RunState.Running } && _run == 0 && probe.InitialDelaySeconds > 0)
        {
            var left = record.StartedAt + TimeSpan.FromSeconds(probe.InitialDelaySeconds) - time.GetUtcNow();
            return left > TimeSpan.Zero && left < period ? left : period;
        }

        return period;
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        var record = manager.Find(pod.Metadata.Uid, container.Name);
        if (record is null)
        {
            return;
        }

        if (record.Id != _containerId)
        {
            if (_containerId.Length > 0)
            {
                manager.Remove(kind, _containerId);
            }

            (_containerId, _onHold, _run, _last) = (record.Id, false, 0, ProbeVerdict.Unknown);
            manager.SetInitial(kind, pod, container, record);
        }

        if (_onHold)
        {
            return;
        }

        if (record.State != RunState.Running)
        {
            manager.Set(kind, _containerId, false, pod.Metadata.Uid);
            return;
        }

        if (kind != ProbeKind.Readiness && manager.IsTerminating(pod.Metadata.Uid))
        {
            manager.Set(kind, _containerId, true, pod.Metadata.Uid);
            return;
        }

        if (time.GetUtcNow() - record.StartedAt < TimeSpan.FromSeconds(probe.InitialDelaySeconds))
        {
            return;
        }

        var started = manager.HasStarted(container, record);
        if (started == (kind == ProbeKind.Startup))
        {
            return; // a startup probe asks until it has succeeded, the others from then on
        }

        var answer = await AskAsync(record, cancellationToken).ConfigureAwait(false);
        Count(answer);
    }

    private async Task<ProbeAnswer> AskAsync(ContainerRecord record, CancellationToken cancellationToken)
    {
        var answer = new ProbeAnswer(ProbeVerdict.Unknown, "");
        var began = time.GetTimestamp();
        for (var attempt = 0; attempt < MaxTries && answer.Verdict == ProbeVerdict.Unknown; attempt++)
        {
            answer = await prober.ProbeAsync(pod, container, record.Id, probe, manager.PodIp(pod), cancellationToken).ConfigureAwait(false);
        }

        var type = kind.ToString();
        metrics.ProbeSeconds.With(container.Name, pod.Metadata.Namespace, pod.Metadata.Name, type).Observe(time.GetElapsedTime(began).TotalSeconds);
        metrics.Probes.With(container.Name, pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid, type, answer.Verdict switch
        {
            ProbeVerdict.Failure => "failed",
            ProbeVerdict.Unknown => "unknown",
            _ => "successful",
        }).Inc();
        switch (answer.Verdict)
        {
            case ProbeVerdict.Unknown:
                events.Record(pod, container.Name, EventNames.Warning, EventNames.Unhealthy, $"{kind} probe errored and resulted in unknown state: {answer.Output}");
                break;
            case ProbeVerdict.Failure:
                events.Record(pod, container.Name, EventNames.Warning, EventNames.Unhealthy, $"{kind} probe failed: {answer.Output}");
                break;
            case ProbeVerdict.Warning:
                events.Record(pod, container.Name, EventNames.Warning, EventNames.ProbeWarning, $"{kind} probe warning: {answer.Output}");
                break;
        }

        return answer;
    }

    private void Count(ProbeAnswer answer)
    {
        if (answer.Verdict == ProbeVerdict.Unknown)
        {
            return; // an attempt that could not be made changes nothing
        }

        var verdict = answer.Verdict == ProbeVerdict.Failure ? ProbeVerdict.Failure : ProbeVerdict.Success;
        _run = verdict == _last ? _run + 1 : 1;
        _last = verdict;
        if (_run < Math.Max(1, verdict == ProbeVerdict.Failure ? probe.FailureThreshold == 0 ? 3 : probe.FailureThreshold : probe.SuccessThreshold))
        {
            return;
        }

        manager.Set(kind, _containerId, verdict == ProbeVerdict.Success, pod.Metadata.Uid);
        if (kind != ProbeKind.Readiness && verdict == ProbeVerdict.Failure)
        {
            _onHold = true;
            _run = 0;
        }
    }
}
