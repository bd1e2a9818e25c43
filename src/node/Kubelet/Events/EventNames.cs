namespace Cybernetes.Kubelet.Events;

/// <summary>Event types and reasons, upstream's words.</summary>
internal static class EventNames
{
    public const string Normal = "Normal";
    public const string Warning = "Warning";

    public const string Created = "Created";
    public const string Started = "Started";
    public const string Failed = "Failed";
    public const string Killing = "Killing";
    public const string Preempting = "Preempting";
    public const string BackOff = "BackOff";
    public const string ExceededGracePeriod = "ExceededGracePeriod";
    public const string FailedKillPod = "FailedKillPod";
    public const string FailedCreatePodContainer = "FailedCreatePodContainer";
    public const string FailedMount = "FailedMount";
    public const string FailedSync = "FailedSync";
    public const string FailedValidation = "FailedValidation";
    public const string FailedPostStartHook = "FailedPostStartHook";
    public const string FailedPreStopHook = "FailedPreStopHook";
    public const string FailedCreatePodSandBox = "FailedCreatePodSandBox";
    public const string FailedPodSandBoxStatus = "FailedPodSandBoxStatus";
    public const string FailedCreateSymlink = "FailedToCreateSymlink";
    public const string SandboxChanged = "SandboxChanged";
    public const string NetworkNotReady = "NetworkNotReady";
    public const string Pulling = "Pulling";
    public const string Pulled = "Pulled";
    public const string InspectFailed = "InspectFailed";
    public const string ErrImageNeverPull = "ErrImageNeverPull";
    public const string Unhealthy = "Unhealthy";
    public const string ProbeWarning = "ProbeWarning";
    public const string MissingClusterDns = "MissingClusterDNS";
    public const string DnsConfigForming = "DNSConfigForming";
    public const string Evicted = "Evicted";
}
