#!/bin/bash
# Restart after kill -9 and after a changed address brings the same cluster back; a purge leaves the machine as it was.
# usage: restart.sh C8S KUBECTL
. "$(dirname "$0")/../../walkthroughs/lib.sh"
isolated "$@"

# What a machine is: mounts, interfaces, packet filter, routes, cgroups, kernel settings, processes, files of the node.
picture() {
  echo "# mounts"; awk '{ print $2, $3 }' /proc/self/mounts | sort
  echo "# interfaces"; command ip -o link | awk '{ print $2 }' | sort
  echo "# routes"; command ip route | sort; command ip rule
  echo "# nft"; nft list ruleset
  echo "# cgroups"; find /sys/fs/cgroup -mindepth 2 -type d | sort
  echo "# settings"; cat /proc/sys/net/ipv4/ip_forward
  echo "# network namespaces"; ls /run/netns 2>/dev/null
  echo "# processes"; ps -eo comm= | grep -vE '^(ps|sh|bash|grep|sort|awk|find|restart.sh|isolate.sh)$' | sort | uniq -c
  echo "# files"; find /var/lib/c8s /var/lib/kubelet /var/lib/cni /etc/cni /var/log/pods /var/log/containers /run/c8s -mindepth 1 2>/dev/null | sort
}

picture > "$work/before"
start || finish
import
k create deployment web --image=$image --replicas=2 -- sh -c 'mkdir /www; echo one > /www/index.html; exec busybox httpd -f -p 8080 -h /www' > /dev/null
k expose deployment web --port=80 --target-port=8080 > /dev/null
k run client --image=$image --restart=Never -- sleep 3600 > /dev/null
expect "an application runs" 'successfully rolled out' k rollout status deployment web --timeout=60s
expect "a pod to ask from is Ready" 'condition met' k wait --for=condition=Ready pod/client --timeout=60s
ask() { fetch client web 80; }
expect "it answers" '^one$' ask
identity() { k get node alpha -o 'jsonpath={.metadata.uid} '; k get namespace kube-system -o 'jsonpath={.metadata.uid} '; k get pods -o 'jsonpath={range .items[*]}{.metadata.uid}:{.status.containerStatuses[0].restartCount} {end}'; }
same=$(identity)

for round in 1 2 3; do
  k create configmap "round-$round" > /dev/null
  kill -KILL $pid; wait $pid 2>/dev/null
  start || finish
  expect "kill -9, round $round: what was acknowledged is there" "round-$round" k get configmap "round-$round"
  expect "kill -9, round $round: the same node, the same pods, none started again" "^$same\$" identity
  expect "kill -9, round $round: the application answers" '^one$' ask
done

# Under its feet: the address goes, another comes.
: > "$work/up.log"
command ip address add 192.0.2.77/24 dev eth0; command ip address del 192.0.2.10/24 dev eth0
command ip address show dev eth0 | grep -q 192.0.2.77 || command ip address add 192.0.2.77/24 dev eth0
command ip route replace default via 192.0.2.1
expect "a changed address is noticed" '^Ready in' cat "$work/up.log"
expect "the node has the new address" '^192.0.2.77$' k get node alpha -o 'jsonpath={.status.addresses[?(@.type=="InternalIP")].address}'
expect "the Service of the API server leads there" '192.0.2.77:6443' k get endpoints kubernetes
expect "the API server's certificate is good for it" '^ok$' k get --raw /livez --server https://192.0.2.77:6443
expect "the same node, the same pods, none started again" "^$same\$" identity
expect "the application answers by name" '^one$' ask

# While it is down.
stop
command ip address add 192.0.2.99/24 dev eth0; command ip address del 192.0.2.77/24 dev eth0
command ip address show dev eth0 | grep -q 192.0.2.99 || command ip address add 192.0.2.99/24 dev eth0
command ip route replace default via 192.0.2.1
start || finish
expect "changed while down: the node has the new address" '^192.0.2.99$' k get node alpha -o 'jsonpath={.status.addresses[?(@.type=="InternalIP")].address}'
expect "changed while down: the same node, the same pods" "^$same\$" identity
expect "changed while down: the application answers by name" '^one$' ask

# A killed c8s leaves its containerd; down finds it.
kill -KILL $pid; wait $pid 2>/dev/null
expect "down --purge" '^Down\.$' "$c8s" down --purge
command ip address add 192.0.2.10/24 dev eth0; command ip address del 192.0.2.99/24 dev eth0
command ip address show dev eth0 | grep -q 192.0.2.10 || command ip address add 192.0.2.10/24 dev eth0
command ip route replace default via 192.0.2.1
sleep 1
picture > "$work/after"
if diff "$work/before" "$work/after" > "$work/difference"; then ok "the machine is as it was"; else fail "the machine is not as it was:"; cat "$work/difference"; fi
finish
