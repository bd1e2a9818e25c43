using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What a container leaves open and upstream fills in.</summary>
internal static class ContainerDefaults
{
    public static Container Container(Container container) => container with
    {
        ImagePullPolicy = container.ImagePullPolicy.Length > 0 ? container.ImagePullPolicy : PullPolicy(container.Image),
        TerminationMessagePath = container.TerminationMessagePath.Or("/dev/termination-log"),
        TerminationMessagePolicy = container.TerminationMessagePolicy.Or("File"),
        Ports = container.Ports.Update(port => port.Protocol.Length == 0 ? port with { Protocol = "TCP" } : port),
        Env = container.Env.Update(Variable),
        Resources = Requirements(container.Resources),
        LivenessProbe = Probe(container.LivenessProbe),
        ReadinessProbe = Probe(container.ReadinessProbe),
        StartupProbe = Probe(container.StartupProbe),
        Lifecycle = container.Lifecycle is { } lifecycle
            ? lifecycle with { PostStart = Hook(lifecycle.PostStart), PreStop = Hook(lifecycle.PreStop) }
            : null,
    };

    public static EphemeralContainer Ephemeral(EphemeralContainer container) => container.With(Container(container.AsContainer()));

    public static ResourceRequirements Requirements(ResourceRequirements resources) => resources with
    {
        Limits = PodDefaults.Quantities(resources.Limits),
        Requests = PodDefaults.Quantities(resources.Requests),
    };

    /// <summary>Images named latest, or without tag and digest, are always pulled.</summary>
    public static string PullPolicy(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        if (name.Contains('@', StringComparison.Ordinal))
        {
            return "IfNotPresent";
        }

        // What upstream cannot read as a reference has no tag.
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var tag = colon < 0 ? "latest" : name[(colon + 1)..];
        return tag == "latest" && IsReference(image) ? "Always" : "IfNotPresent";
    }

    public static ObjectFieldSelector? Field(ObjectFieldSelector? field) =>
        field is { ApiVersion.Length: 0 } ? field with { ApiVersion = "v1" } : field;

    private static bool IsReference(string image)
    {
        if (image.Length == 0)
        {
            return false;
        }

        var parts = image.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = i == parts.Length - 1 ? parts[i].Split(':', 2)[0] : parts[i];
            var domain = i == 0 && parts.Length > 1 && (part.AsSpan().IndexOfAny('.', ':') >= 0 || part == "localhost" || part.Any(char.IsAsciiLetterUpper));
            if (part.Length == 0 || (!domain && !IsPathComponent(part)))
            {
                return false;
            }
        }

        return image.Length <= 255;
    }

    private static bool IsPathComponent(string part) =>
        part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-') && char.IsAsciiLetterOrDigit(part[0]) && char.IsAsciiLetterOrDigit(part[^1]);

    private static EnvVar Variable(EnvVar variable) => variable.ValueFrom is { } origin && (origin.FieldRef is not null || origin.FileKeyRef is not null)
        ? variable with
        {
            ValueFrom = origin with
            {
                FieldRef = Field(origin.FieldRef),
                FileKeyRef = origin.FileKeyRef is { } file ? file with { Optional = file.Optional ?? false } : null,
            },
        }
        : variable;

    private static Probe? Probe(Probe? probe) => probe is null ? null : probe with
    {
        TimeoutSeconds = probe.TimeoutSeconds == 0 ? 1 : probe.TimeoutSeconds,
        PeriodSeconds = probe.PeriodSeconds == 0 ? 10 : probe.PeriodSeconds,
        SuccessThreshold = probe.SuccessThreshold == 0 ? 1 : probe.SuccessThreshold,
        FailureThreshold = probe.FailureThreshold == 0 ? 3 : probe.FailureThreshold,
        Handler = probe.Handler with
        {
            HttpGet = Get(probe.Handler.HttpGet),
            Grpc = probe.Handler.Grpc is { } grpc ? grpc with { Service = grpc.Service ?? "" } : null,
        },
    };

    private static LifecycleHandler? Hook(LifecycleHandler? hook) => hook is null ? null : hook with { HttpGet = Get(hook.HttpGet) };

    private static HTTPGetAction? Get(HTTPGetAction? get) => get is null ? null : get with { Path = get.Path.Or("/"), Scheme = get.Scheme.Or("HTTP") };
}
