namespace Cybernetes.Trial;

/// <summary>The script that is process 1 of a further node: makes its view of the machine, then runs the agent and reaps what nobody waits for.</summary>
internal static class TrialScript
{
    /// <summary>Its arguments: the node's directory, the address, the data directory, then the agent's command.</summary>
    public const string Text = """
        #!/bin/bash
        # Process 1 of a node made by `c8s node create`; runs in its own network, mount, process, host name and cgroup namespaces.
        set -e
        node=$1; address=$2; data=$3; shift 3
        hostname "$(basename "$node")"
        mount --make-rprivate /
        mount -t proc proc /proc
        for directory in "$data" /var/lib/kubelet /var/lib/cni /etc/cni /etc/c8s /var/log/pods /var/log/containers; do
          mkdir -p "$node/root$directory" "$directory"
          # The data directory hides this script and its log, so that it comes last.
          [ "$directory" = "$data" ] || mount --bind "$node/root$directory" "$directory"
        done
        mount -t tmpfs -o mode=755 run /run; mkdir -p /run/lock
        mount -t sysfs sysfs /sys
        if [ -e "$node/cgroup2" ]; then
          mount -t cgroup2 cgroup2 /sys/fs/cgroup
          mkdir -p /sys/fs/cgroup/init; echo 1 > /sys/fs/cgroup/init/cgroup.procs
          sed 's/\([^ ]*\)/+\1/g' /sys/fs/cgroup/cgroup.controllers > /sys/fs/cgroup/cgroup.subtree_control
        else
          mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
          for line in $(tail -n +2 /proc/cgroups | awk '$4 == 1 { print $1 }'); do
            mkdir -p "/sys/fs/cgroup/$line"; mount -t cgroup -o "$line" cgroup "/sys/fs/cgroup/$line" 2>/dev/null || rmdir "/sys/fs/cgroup/$line"
          done
          mkdir -p /sys/fs/cgroup/systemd; mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd 2>/dev/null || rmdir /sys/fs/cgroup/systemd
        fi
        mount --bind "$node/root$data" "$data"
        mount --make-rshared /
        ip link set lo up
        for _ in $(seq 100); do ip link show eth0 > /dev/null 2>&1 && break; sleep 0.05; done
        ip address add "$address/24" dev eth0
        ip link set eth0 up
        ip route add default via 172.29.255.1
        "$@" &
        agent=$!
        trap 'kill -TERM $agent' TERM INT
        while kill -0 $agent 2> /dev/null; do wait -n || true; done
        """;
}
