namespace Cybernetes.Cri.Containerd;

/// <summary>How to run a containerd of our own, with everything it keeps below one directory.</summary>
public sealed record ContainerdOptions
{
    /// <summary>Where the socket, the state and the images live.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the CNI network configuration is read from.</summary>
    public string CniConfigDirectory { get; init; } = "/etc/cni/net.d";

    /// <summary>Where the CNI plugins are; by default the first of the usual places that exists.</summary>
    public string CniBinDirectory { get; init; } =
        new[] { "/opt/cni/bin", "/usr/lib/cni", "/usr/libexec/cni" }.FirstOrDefault(Directory.Exists) ?? "/opt/cni/bin";

    /// <summary>The image of sandbox containers.</summary>
    public string SandboxImage { get; init; } = Images.PauseImage.Name;

    /// <summary>Whether cgroups are made by systemd; by default when it is process 1.</summary>
    public bool SystemdCgroup { get; init; } = Directory.Exists("/run/systemd/system");

    /// <summary>Whether the runtime must keep its own OOM score: without CAP_SYS_RESOURCE the kernel refuses to lower it.</summary>
    public bool RestrictOomScoreAdjust { get; init; } = !Capabilities.HasSysResource();

    /// <summary>The runtime's socket.</summary>
    public string SocketPath => Path.Combine(DataDirectory, "containerd.sock");

    /// <summary>The socket as a CRI endpoint.</summary>
    public string Endpoint => "unix://" + SocketPath;

    /// <summary>The endpoint to use when none is given: our own containerd if it is there, else the system's.</summary>
    public static string DefaultEndpoint()
    {
        string[] sockets = ["/var/lib/c8s/containerd/containerd.sock", "/run/containerd/containerd.sock"];
        return "unix://" + (sockets.FirstOrDefault(File.Exists) ?? sockets[1]);
    }
}
