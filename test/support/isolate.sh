#!/bin/bash
# usage: isolate.sh WORK COMMAND...: runs a command as root in network, mount, process, host name and cgroup namespaces of its own, with its own state
# below WORK, so that a test can run a whole cluster, change addresses and leave nothing. eth0 is 192.0.2.10/24; its other end, eth0p, is up in the same
# namespace. When the command ends, everything it started ends. Exits with the command's code.
set -e
work=$(realpath -m "$1"); shift
mkdir -p "$work"
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then hierarchies=.; else hierarchies=$(cd /sys/fs/cgroup && ls -d */ | tr -d /); fi
name=c8s-iso-$$
for h in $hierarchies; do
  mkdir -p "/sys/fs/cgroup/$h/$name"
  if [ -e "/sys/fs/cgroup/$h/$name/cpuset.cpus" ] && [ "$hierarchies" != . ]; then
    for f in cpus mems; do cat "/sys/fs/cgroup/$h/cpuset.$f" > "/sys/fs/cgroup/$h/$name/cpuset.$f"; done
  fi
done
cat > "$work/inner.sh" <<'INNER'
#!/bin/bash
set -e
work=$1; shift
mount --make-rprivate /
mount -t proc proc /proc
for d in /var/lib/c8s /var/lib/kubelet /var/lib/cni /etc/cni /etc/c8s /var/log/pods /var/log/containers; do
  mkdir -p "$work/root$d" "$d"; mount --bind "$work/root$d" "$d"
done
mount -t tmpfs -o mode=755 run /run; mkdir -p /run/lock
mount -t sysfs sysfs /sys
if [ -e "$work/cgroup2" ]; then
  mount -t cgroup2 cgroup2 /sys/fs/cgroup
  mkdir -p /sys/fs/cgroup/init; for p in $(cat /sys/fs/cgroup/cgroup.procs); do echo "$p" > /sys/fs/cgroup/init/cgroup.procs 2>/dev/null || true; done
  sed 's/\([^ ]*\)/+\1/g' /sys/fs/cgroup/cgroup.controllers > /sys/fs/cgroup/cgroup.subtree_control
else
  mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
  for c in $(tail -n +2 /proc/cgroups | awk '$4 == 1 { print $1 }'); do
    mkdir -p "/sys/fs/cgroup/$c"; mount -t cgroup -o "$c" cgroup "/sys/fs/cgroup/$c" 2>/dev/null || rmdir "/sys/fs/cgroup/$c"
  done
  mkdir -p /sys/fs/cgroup/systemd; mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd 2>/dev/null || rmdir /sys/fs/cgroup/systemd
fi
mount --make-rshared /
ip link set lo up
ip link add eth0 type veth peer name eth0p
ip link set eth0p up; ip address add 192.0.2.10/24 dev eth0; ip link set eth0 up; ip route add default via 192.0.2.1
"$@" &
command=$!
trap 'kill -TERM $command 2>/dev/null' TERM INT
code=0
while kill -0 $command 2>/dev/null; do wait $command && code=0 || code=$?; done
exit $code
INNER
rm -f "$work/cgroup2"; [ "$hierarchies" != . ] || touch "$work/cgroup2"
code=0
( for h in $hierarchies; do echo $BASHPID > "/sys/fs/cgroup/$h/$name/cgroup.procs"; done
  exec unshare --net --mount --uts --cgroup --pid --fork --kill-child /bin/bash "$work/inner.sh" "$work" "$@" ) || code=$?
for h in $hierarchies; do
  for _ in $(seq 20); do
    find "/sys/fs/cgroup/$h/$name" -depth -type d -exec rmdir {} + 2>/dev/null || true
    [ -d "/sys/fs/cgroup/$h/$name" ] || break
    sleep 0.1
  done
done
exit $code
