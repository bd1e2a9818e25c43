namespace Cybernetes.Kubelet.Probing;

/// <summary>What a probe decides.</summary>
internal enum ProbeKind
{
    /// <summary>Whether the container must be restarted.</summary>
    Liveness,

    /// <summary>Whether it may receive traffic.</summary>
    Readiness,

    /// <summary>Whether it has started, before which the others do not run.</summary>
    Startup,
}

/// <summary>What one attempt of a probe said.</summary>
internal enum ProbeVerdict
{
    /// <summary>No answer yet, or the attempt itself went wrong.</summary>
    Unknown,

    /// <summary>Healthy.</summary>
    Success,

    /// <summary>Healthy, but something is odd.</summary>
    Warning,

    /// <summary>Not healthy.</summary>
    Failure,
}

/// <summary>The verdict of one attempt and what it printed.</summary>
internal readonly record struct ProbeAnswer(ProbeVerdict Verdict, string Output);
