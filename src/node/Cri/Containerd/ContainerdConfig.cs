namespace Cybernetes.Cri.Containerd;

/// <summary>Writes containerd's configuration file (version 2, which containerd 1.6 to 2.x read).</summary>
public static class ContainerdConfig
{
    /// <summary>The file's text.</summary>
    public static string Render(ContainerdOptions options) => $"""
        version = 2
        root = "{options.DataDirectory}/root"
        state = "{options.DataDirectory}/state"

        [grpc]
          address = "{options.SocketPath}"

        [ttrpc]
          address = "{options.SocketPath}.ttrpc"

        [debug]
          address = "{options.DataDirectory}/debug.sock"
          level = "warn"

        [plugins."io.containerd.internal.v1.opt"]
          path = "{options.DataDirectory}/opt"

        [plugins."io.containerd.grpc.v1.cri"]
          sandbox_image = "{options.SandboxImage}"
          restrict_oom_score_adj = {Text(options.RestrictOomScoreAdjust)}
          stream_server_address = "127.0.0.1"
          stream_server_port = "0"
          stream_idle_timeout = "4h0m0s"
          enable_unprivileged_ports = true
          enable_unprivileged_icmp = true
          tolerate_missing_hugetlb_controller = true

        [plugins."io.containerd.grpc.v1.cri".cni]
          bin_dir = "{options.CniBinDirectory}"
          conf_dir = "{options.CniConfigDirectory}"

        [plugins."io.containerd.grpc.v1.cri".containerd]
          snapshotter = "overlayfs"
          default_runtime_name = "runc"

        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
          runtime_type = "io.containerd.runc.v2"

        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
          SystemdCgroup = {Text(options.SystemdCgroup)}

        """;

    private static string Text(bool value) => value ? "true" : "false";
}
