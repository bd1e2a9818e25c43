using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Probes and lifecycle hooks.</content>
internal static partial class PodSpecRules
{
    private static void LifecycleAndProbes(Container container, PodContext pod, FieldPath at, ErrorList errors)
    {
        var grace = pod.Spec.TerminationGracePeriodSeconds;
        if (container.Lifecycle is { } lifecycle)
        {
            Hook(lifecycle.PostStart, grace, at.Child("lifecycle", "postStart"), errors);
            Hook(lifecycle.PreStop, grace, at.Child("lifecycle", "preStop"), errors);
        }

        OneSuccess(container.LivenessProbe, at.Child("livenessProbe"), errors);
        if (container.ReadinessProbe is { } readiness)
        {
            Probe(readiness, at.Child("readinessProbe"), errors);
            if (readiness.TerminationGracePeriodSeconds is { } seconds)
            {
                errors.Invalid(at.Child("readinessProbe", "terminationGracePeriodSeconds"), seconds, "must not be set for readinessProbes");
            }
        }

        OneSuccess(container.StartupProbe, at.Child("startupProbe"), errors);
    }

    private static void OneSuccess(Probe? probe, FieldPath at, ErrorList errors)
    {
        if (probe is null)
        {
            return;
        }

        Probe(probe, at, errors);
        if (probe.SuccessThreshold != 1)
        {
            errors.Invalid(at.Child("successThreshold"), probe.SuccessThreshold, "must be 1");
        }
    }

    private static void Probe(Probe probe, FieldPath at, ErrorList errors)
    {
        var handler = probe.Handler;
        Handler(new(handler.Exec, handler.HttpGet, handler.TcpSocket, handler.Grpc, null), null, at, errors);
        Check.NonNegative(probe.InitialDelaySeconds, at.Child("initialDelaySeconds"), errors);
        Check.NonNegative(probe.TimeoutSeconds, at.Child("timeoutSeconds"), errors);
        Check.NonNegative(probe.PeriodSeconds, at.Child("periodSeconds"), errors);
        Check.NonNegative(probe.SuccessThreshold, at.Child("successThreshold"), errors);
        Check.NonNegative(probe.FailureThreshold, at.Child("failureThreshold"), errors);
        if (probe.TerminationGracePeriodSeconds is <= 0)
        {
            errors.Invalid(at.Child("terminationGracePeriodSeconds"), probe.TerminationGracePeriodSeconds.Value, "must be greater than 0");
        }
    }

    private static void Hook(LifecycleHandler? hook, long? grace, FieldPath at, ErrorList errors)
    {
        if (hook is not null)
        {
            Handler(new(hook.Exec, hook.HttpGet, hook.TcpSocket, null, hook.Sleep), grace, at, errors);
        }
    }

    private static void Handler(AnyHandler handler, long? grace, FieldPath path, ErrorList errors)
    {
        var count = 0;
        if (handler.Exec is { } exec && First("exec", ref count, path, errors) && exec.Command.IsEmpty)
        {
            errors.Required(path.Child("exec", "command"));
        }

        if (handler.HttpGet is { } get && First("httpGet", ref count, path, errors))
        {
            var at = path.Child("httpGet");
            Check.Required(get.Path, at.Child("path"), errors);
            Check.PortOrName(get.Port, at.Child("port"), errors);
            Check.Supported(get.Scheme, at.Child("scheme"), errors, "HTTP", "HTTPS");
            foreach (var header in get.HttpHeaders)
            {
                errors.Invalid(at.Child("httpHeaders"), header.Name, Names.HttpHeaderName(header.Name));
            }
        }

        if (handler.TcpSocket is { } tcp && First("tcpSocket", ref count, path, errors))
        {
            Check.PortOrName(tcp.Port, path.Child("tcpSocket", "port"), errors);
        }

        if (handler.Grpc is { } grpc && First("grpc", ref count, path, errors))
        {
            Check.Port(grpc.Port, path.Child("grpc", "port"), errors);
        }

        if (handler.Sleep is { } sleep && First("sleep", ref count, path, errors) && grace is { } limit && (sleep.Seconds < 0 || sleep.Seconds > limit))
        {
            errors.Invalid(path.Child("sleep"), sleep.Seconds, $"must be non-negative and less than terminationGracePeriodSeconds ({limit})");
        }

        if (count == 0)
        {
            errors.Required(path, "must specify a handler type");
        }
    }

    private static bool First(string name, ref int count, FieldPath path, ErrorList errors)
    {
        if (count > 0)
        {
            errors.Forbidden(path.Child(name), "may not specify more than 1 handler type");
            return false;
        }

        count++;
        return true;
    }

    private readonly record struct AnyHandler(ExecAction? Exec, HTTPGetAction? HttpGet, TCPSocketAction? TcpSocket, GRPCAction? Grpc, SleepAction? Sleep);
}
