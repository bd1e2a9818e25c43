using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Containers;

/// <summary>What the probes last said of a container; null where no probe of that kind runs or none has answered.</summary>
internal readonly record struct ProbeVerdicts(bool? Liveness, bool? Startup);

/// <summary>Decides what to start and what to end; a pure function of the spec, what the runtime holds and what the probes say.</summary>
internal static class PodPlanner
{
    public static PodPlan Plan(Pod pod, PodRuntime runtime, Func<ContainerRecord, ProbeVerdicts> verdicts, Func<string, ResourceRequirements?>? actuated = null)
    {
        var (changed, attempt, sandboxId) = SandboxChanged(pod, runtime);
        var plan = new PodPlan { KillPod = changed, CreateSandbox = changed, SandboxId = sandboxId, Attempt = attempt };
        return changed ? PlanNewSandbox(pod, runtime, plan) : WithResizes(pod, runtime, PlanContainers(pod, runtime, plan, verdicts), actuated ?? (_ => null));
    }

    /// <summary>Whether the pod needs a new sandbox, the number it gets, and the identifier of the one at hand.</summary>
    public static (bool Changed, uint Attempt, string SandboxId) SandboxChanged(Pod pod, PodRuntime runtime)
    {
        if (runtime.Sandboxes.Count == 0)
        {
            return (true, 0, "");
        }

        var newest = runtime.Sandboxes[0];
        var changed = runtime.Sandboxes.Count(s => s.IsReady) > 1
            || !newest.IsReady
            || newest.OnHostNetwork != pod.Spec.HostNetwork
            || (!pod.Spec.HostNetwork && newest.Ips.Count == 0);
        return (changed, changed ? newest.Attempt + 1 : newest.Attempt, newest.Id);
    }

    /// <summary>Adds what brings running containers to the resources they were given: an update, or a restart where their policy asks for one.</summary>
    private static PodPlan WithResizes(Pod pod, PodRuntime runtime, PodPlan plan, Func<string, ResourceRequirements?> actuated)
    {
        if (plan.KillPod)
        {
            return plan;
        }

        List<(Container, ContainerRecord)> resize = [];
        List<ContainerToKill> kill = [.. plan.ToKill];
        List<Container> start = [.. plan.ToStart];
        foreach (var container in pod.Spec.InitContainers.Where(c => c.IsSidecar).Concat(pod.Spec.Containers))
        {
            if (runtime.Find(container.Name) is not { State: RunState.Running } record
                || kill.Any(k => k.Record.Id == record.Id)
                || actuated(container.Name) is not { } current
                || !Resources.AllocationManager.Differs(current, container.Resources))
            {
                continue;
            }

            var restart = container.ResizePolicy.Any(p => p.RestartPolicy == "RestartContainer" && Resources.AllocationManager.DiffersIn(current, container.Resources, p.ResourceName));
            if (restart && !container.IsSidecar)
            {
                kill.Add(new(record, container, $"Container {container.Name} resize requires restart", KillReason.Resize));
                start.Add(container);
            }
            else
            {
                resize.Add((container, record));
            }
        }

        return plan with { ToKill = kill, ToStart = start, ToResize = resize };
    }

    private static PodPlan PlanNewSandbox(Pod pod, PodRuntime runtime, PodPlan plan)
    {
        var mayRestart = pod.Spec.Containers.Any(c => pod.RestartsOnFailure || RestartRules.RestartsAfter(c, pod, 1));
        if (!mayRestart && plan.Attempt != 0 && runtime.Containers.Count > 0)
        {
            return plan with { CreateSandbox = false };
        }

        List<Container> toStart = [.. pod.Spec.Containers.Where(c => runtime.Find(c.Name) is not { State: RunState.Exited, ExitCode: 0 } || RestartRules.RestartsAfter(c, pod, 0))];
        if (toStart.Count == 0 && HasRegular(pod, runtime))
        {
            return plan with { CreateSandbox = false };
        }

        return pod.Spec.InitContainers.Count > 0
            ? plan with { InitToStart = [pod.Spec.InitContainers[0]] }
            : plan with { ToStart = toStart };
    }

    private static PodPlan PlanContainers(Pod pod, PodRuntime runtime, PodPlan plan, Func<ContainerRecord, ProbeVerdicts> verdicts)
    {
        plan = plan with { EphemeralToStart = [.. pod.Spec.EphemeralContainers.Where(e => runtime.Find(e.EphemeralContainerCommon.Name) is null)] };
        var (initialized, initPlan) = PlanInit(pod, runtime, plan, verdicts);
        plan = initPlan;
        if (plan.KillPod || !initialized)
        {
            return plan;
        }

        List<Container> start = [];
        List<ContainerToKill> kill = [.. plan.ToKill];
        var keep = 0;
        foreach (var container in pod.Spec.Containers)
        {
            var record = runtime.Find(container.Name);
            if (record is not { State: RunState.Running })
            {
                if (RestartRules.ShouldRun(container, pod, runtime))
                {
                    start.Add(container);
                    if (record is { State: RunState.Unknown })
                    {
                        kill.Add(new(record, container, "Container is in \"unknown\" state, try killing it before restart", KillReason.Unknown));
                    }
                }

                continue;
            }

            if (WhyKill(container, record, verdicts(record), isInit: false) is not var (message, reason))
            {
                keep++;
                continue;
            }

            // A changed spec is always started anew; after a failed probe the policy decides.
            if (reason == KillReason.SpecChanged || RestartRules.RestartsAfter(container, pod, 137))
            {
                message += ", will be restarted";
                start.Add(container);
            }

            kill.Add(new(record, container, message, reason));
        }

        return keep == 0 && start.Count == 0
            ? plan with { KillPod = true, InitToStart = [], ToKill = [] }
            : plan with { ToStart = start, ToKill = kill };
    }

    /// <summary>Init containers run one after the other; sidecars among them are kept running and are started anew whenever they end.</summary>
    private static (bool Initialized, PodPlan Plan) PlanInit(Pod pod, PodRuntime runtime, PodPlan plan, Func<ContainerRecord, ProbeVerdicts> verdicts)
    {
        var all = pod.Spec.InitContainers;
        if (all.Count == 0)
        {
            return (true, plan);
        }

        var initialized = HasRegular(pod, runtime);
        var passed = initialized;
        var seen = initialized;
        SortedSet<int> start = [];
        List<ContainerToKill> kill = [];
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var container = all[i];
            var record = runtime.Find(container.Name);
            if (record is null)
            {
                // Behind this point everything has run before; a sidecar that is missing was removed.
                if (passed && container.IsSidecar && !pod.IsBeingDeleted)
                {
                    start.Add(i);
                }

                continue;
            }

            seen = true;
            switch (record.State)
            {
                case RunState.Unknown:
                    kill.Add(new(record, container, "Init container is in \"unknown\" state, try killing it before restart", KillReason.Unknown));
                    if (!passed || container.IsSidecar)
                    {
                        start.Add(i);
                    }

                    break;
                case RunState.Created:
                    if (!passed || container.IsSidecar)
                    {
                        start.Add(i);
                    }

                    break;
                case RunState.Running when container.IsSidecar:
                    var verdict = verdicts(record);
                    if (WhyKill(container, record, verdict, isInit: true) is var (message, reason))
                    {
                        kill.Add(new(record, container, message + ", will be restarted", reason));
                        start.Add(i);
                    }
                    else if (!passed && (container.StartupProbe is null || verdict.Startup == true))
                    {
                        Next(i);
                    }

                    break;
                case RunState.Exited when container.IsSidecar:
                    start.Add(i);
                    break;
                case RunState.Exited when !passed:
                    if (record.ExitCode == 0)
                    {
                        Next(i);
                    }
                    else if (RestartRules.RestartsAfter(container, pod, record.ExitCode))
                    {
                        start.Add(i);
                    }
                    else
                    {
                        return (false, plan with { KillPod = true, InitToStart = [], ToKill = [] });
                    }

                    break;
                default:
                    break;
            }

            passed = true;
        }

        if (!seen)
        {
            start.Add(0);
        }

        return (initialized, plan with { InitToStart = [.. start.Select(i => all[i])], ToKill = kill });

        void Next(int i)
        {
            if (i == all.Count - 1)
            {
                initialized = true;
            }
            else
            {
                start.Add(i + 1);
            }
        }
    }

    private static (string Message, KillReason Reason)? WhyKill(Container container, ContainerRecord record, ProbeVerdicts verdicts, bool isInit)
    {
        var noun = isInit ? "Init container" : "Container";
        if (record.Hash.Length > 0 && record.Hash != ContainerLabels.SpecHash(container))
        {
            return ($"{noun} {container.Name} definition changed", KillReason.SpecChanged);
        }

        if (verdicts.Liveness == false)
        {
            return ($"{noun} {container.Name} failed liveness probe", KillReason.LivenessProbe);
        }

        return verdicts.Startup == false ? ($"{noun} {container.Name} failed startup probe", KillReason.StartupProbe) : null;
    }

    private static bool HasRegular(Pod pod, PodRuntime runtime) =>
        pod.Spec.Containers.Any(c => runtime.Find(c.Name) is not null);
}
