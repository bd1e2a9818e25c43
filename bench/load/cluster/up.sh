#!/bin/bash
# What a resting cluster costs: time to Ready and to the first Ready pod, memory, processor and disk over IDLE seconds (60), with DNS running.
# usage: up.sh C8S KUBECTL   (root; runs in namespaces of its own)
. "$(dirname "$0")/../../../test/walkthroughs/lib.sh"
isolated "$@"
idle=${IDLE:-60}
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }
tree() { echo $1; for c in $(cat /proc/$1/task/*/children 2>/dev/null); do tree "$c"; done; }
rss() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' /proc/$1/status; }
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
written() { awk '/^write_bytes/ { print $2 }' /proc/$1/io; }

# Once to have a cluster that exists, then what is measured: a start on state that is there, and a start from nothing.
begin=$(now); start || finish; fresh=$(since $begin)
import
begin=$(now)
k run first --image=$image --restart=Never -- sleep 3600 > /dev/null
until [ "$(k get pod first -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}' 2>/dev/null)" = True ]; do sleep 0.05; done
pod=$(since $begin)
stop; begin=$(now); start || finish; again=$(since $begin)
sleep 20
t0=$(ticks $pid); w0=$(written $pid); containerd=$(pgrep -f '^containerd -c' | head -1)
c0=$(ticks $containerd); d0=$(written $containerd)
sleep "$idle"
hz=$(getconf CLK_TCK)
cpu=$(awk -v a=$t0 -v b=$(ticks $pid) -v hz=$hz -v s=$idle 'BEGIN { printf "%.1f", (b - a) * 100 / hz / s }')
ccpu=$(awk -v a=$c0 -v b=$(ticks $containerd) -v hz=$hz -v s=$idle 'BEGIN { printf "%.1f", (b - a) * 100 / hz / s }')
disk=$(awk -v a=$w0 -v b=$(written $pid) -v s=$idle 'BEGIN { printf "%.1f", (b - a) / 1048576 * 3600 / s }')
cdisk=$(awk -v a=$d0 -v b=$(written $containerd) -v s=$idle 'BEGIN { printf "%.1f", (b - a) / 1048576 * 3600 / s }')
binary=$(du -m "$c8s" | cut -f1)
echo "machine: $(nproc) x $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo), $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo), Linux $(uname -r)"
cat <<TABLE
| measure | measured | goal |
| --- | --- | --- |
| c8s up to Ready, from nothing | $fresh s | < 3 s |
| c8s up to Ready, state there | $again s | < 3 s |
| kubectl run to the first pod Ready | $pod s | < 5 s |
| resident memory of c8s, resting | $(rss $pid) MiB | <= 120 MiB |
| processor of c8s, resting $idle s | $cpu % of a core | < 2 % |
| written to disk by c8s, an hour | $disk MiB | <= 10 MiB |
| containerd beside it | $(rss $containerd) MiB, $ccpu %, $cdisk MiB an hour | |
| size of the binary | $binary MiB | <= 80 MiB |
TABLE
stop
"$c8s" down --purge > /dev/null
[ "$failed" = 0 ]
