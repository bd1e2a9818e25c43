#!/bin/bash
# usage: run.sh SUITE C8S KUBECTL [FOCUS [SKIP]]: brings up a cluster of its own with the binary C8S and runs upstream's conformance tests on it.
# SUITE is what build.sh made. FOCUS and SKIP are regular expressions over test names; the default is everything.
# The cluster lives in network, mount and cgroup namespaces with all its state below a temporary folder, and is gone at the end.
# Set KEEP=DIR to keep the state and the log there. Needs root.
set -eu
suite=$(realpath "$1") c8s=$(realpath "$2") kubectl=$(realpath "$3") focus=${4:-.} skip=${5:-NONE}
state=${KEEP:-$(mktemp -d)}
mkdir -p "$state"
name=conformance-$$
controllers=$(cut -d: -f2 /proc/self/cgroup | tr ',' '\n' | grep -v -e '^$' -e '^name=')
cluster=

# The paths that a node writes to; each is the cluster's own.
private="var/lib/c8s var/lib/kubelet var/lib/cni var/lib/containerd etc/cni etc/c8s var/log/pods var/log/containers"

inside() { nsenter -t "$cluster" --net --mount --cgroup -- env KUBECONFIG=/var/lib/c8s/admin.kubeconfig "$@"; }

finish() {
  [ -z "$cluster" ] || kill "$cluster" 2>/dev/null || true
  for round in 1 2 3 4 5 6 7 8; do
    # Whatever still runs in the cluster's own cgroups was started by it.
    pids=$(find /sys/fs/cgroup/*/"$name" -name cgroup.procs -exec cat {} + 2>/dev/null | sort -u)
    [ -n "$pids" ] || break
    sleep 0.5
    [ "$round" -lt 4 ] || kill -9 $pids 2>/dev/null || true
  done
  find /sys/fs/cgroup/*/"$name" -depth -type d -exec rmdir {} + 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$state"
}
trap finish EXIT

for controller in $controllers systemd unified; do
  [ ! -d "/sys/fs/cgroup/$controller" ] || mkdir -p "/sys/fs/cgroup/$controller/$name"
done
for file in cpus mems; do
  [ ! -e /sys/fs/cgroup/cpuset ] || cat "/sys/fs/cgroup/cpuset/cpuset.$file" > "/sys/fs/cgroup/cpuset/$name/cpuset.$file"
done

cat > "$state/start.sh" <<START
#!/bin/bash
set -e
mount --make-rprivate /
for folder in $private; do mkdir -p "$state/\$folder" "/\$folder"; mount --bind "$state/\$folder" "/\$folder"; done
mount -t tmpfs run /run
mount -t sysfs sysfs /sys
if [ -e /proc/self/cgroup ] && grep -q cpuset /proc/self/cgroup; then
  mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
  for controller in $(echo $controllers); do mkdir -p "/sys/fs/cgroup/\$controller"; mount -t cgroup -o "\$controller" cgroup "/sys/fs/cgroup/\$controller"; done
  mkdir -p /sys/fs/cgroup/systemd; mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd
else
  mount -t cgroup2 cgroup /sys/fs/cgroup
fi
mount --make-rshared /
ip link set lo up
ip link add eth0 type veth peer name eth0p
ip link set eth0p up
ip addr add 192.0.2.10/24 dev eth0
ip link set eth0 up
ip route add default via 192.0.2.1
exec "$c8s" up --node-name conformance --node-ip 192.0.2.10 </dev/null
START

(
  for controller in $controllers systemd unified; do
    [ ! -d "/sys/fs/cgroup/$controller/$name" ] || echo "$BASHPID" > "/sys/fs/cgroup/$controller/$name/cgroup.procs"
  done
  exec unshare --net --mount --cgroup bash "$state/start.sh"
) > "$state/up.log" 2>&1 &
cluster=$!
for attempt in $(seq 240); do
  ! grep -q '^Ready in' "$state/up.log" || break
  kill -0 "$cluster" 2>/dev/null || break
  sleep 0.25
done
grep '^Ready in' "$state/up.log" || { cat "$state/up.log" >&2; exit 1; }

for archive in "$suite"/images/*.tar; do inside "$c8s" image import "$archive" >/dev/null; done
inside env KUBE_TEST_REPO_LIST="$suite/registries.yaml" "$suite/e2e.test" --kubeconfig /var/lib/c8s/admin.kubeconfig --provider skeleton \
  --kubectl-path "$kubectl" --minStartupPods 0 --disable-log-dump --num-nodes 1 --repo-root "$suite/source" --ginkgo.noColor \
  --ginkgo.focus "(?s)($focus).*\[Conformance\]" --ginkgo.skip "$skip" > "$state/e2e.log" 2>&1 || true
grep -E '^(Ran |PASS|FAIL!|SUCCESS!)|^\[(Fail|Panic!)\]' "$state/e2e.log"
grep -q '^SUCCESS!' "$state/e2e.log"
