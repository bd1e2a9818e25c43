#!/bin/bash
# Three servers on a three-member etcd: one of each is lost under load, then the server that leads; nothing acknowledged is lost.
# usage: three-servers.sh C8S KUBECTL
. "$(dirname "$0")/../../walkthroughs/lib.sh"
isolated "$@"
command -v etcd > /dev/null || { echo "skipped: etcd is not installed (apt-get install etcd-server)"; exit 0; }

# A wire on which this machine (192.0.2.10) and two others are.
command ip link add wire type bridge; command ip link set wire up; command ip link set eth0p master wire
for n in 11 12; do
  command ip netns add "s$n"; command ip link add "v$n" type veth peer name eth0 netns "s$n"
  command ip link set "v$n" master wire up
  command ip -n "s$n" link set lo up; command ip -n "s$n" address add "192.0.2.$n/24" dev eth0; command ip -n "s$n" link set eth0 up
done

members=m1=http://192.0.2.10:2381,m2=http://192.0.2.10:2382,m3=http://192.0.2.10:2383
for n in 1 2 3; do
  etcd --name m$n --data-dir "$work/etcd$n" --listen-client-urls http://192.0.2.10:237$n --advertise-client-urls http://192.0.2.10:237$n \
    --listen-peer-urls http://192.0.2.10:238$n --initial-advertise-peer-urls http://192.0.2.10:238$n --initial-cluster $members --initial-cluster-state new > "$work/etcd$n.log" 2>&1 &
  eval "etcd$n=$!"
done
store=(--datastore-endpoint http://192.0.2.10:2371,http://192.0.2.10:2372,http://192.0.2.10:2373)

start "${store[@]}" || finish
import
expect "the first server has a node" ' Ready ' k get nodes
for n in 11 12; do
  mkdir -p "$work/s$n"; cp -r /var/lib/c8s/pki /var/lib/c8s/encryption.yaml "$work/s$n/"
  command ip netns exec "s$n" "$c8s" server --disable-agent --node-name "s$n" --node-ip "192.0.2.$n" --data-dir "$work/s$n" "${store[@]}" > "$work/s$n.log" 2>&1 &
  eval "server$n=$!"
done
for n in 11 12; do expect "server $n is up" '^Ready in' cat "$work/s$n.log"; done
expect "the Service of the API server leads to all three" '192.0.2.10,192.0.2.11,192.0.2.12' k get endpoints kubernetes -o go-template='{{range $i, $a := (index .subsets 0).addresses}}{{if $i}},{{end}}{{$a.ip}}{{end}}'
at() { local n=$1; shift; "$kubectl" --server "https://192.0.2.$n:6443" "$@"; }
k create configmap shared --from-literal=a=one > /dev/null
expect "what one wrote another reads" '^one$' at 11 get configmap shared -o 'jsonpath={.data.a}'
k create secret generic hidden --from-literal=a=sesame > /dev/null
expect "Secrets too" '^sesame$' sh -c "'$kubectl' --server https://192.0.2.12:6443 get secret hidden -o 'jsonpath={.data.a}' | base64 -d"

# Load: writers to the two servers that stay; what was acknowledged is written down.
writer() { local n=$1 i=0; while [ ! -e "$work/enough" ]; do i=$((i + 1)); at "$n" create configmap "w$n-$i" --request-timeout=10s > /dev/null 2>&1 && echo "w$n-$i" >> "$work/acknowledged"; done; }
writer 10 & writer 11 & writers=$!
sleep 5
kill -KILL "$etcd3"
sleep 3
kill -KILL "$server12"
sleep 10
expect "with one etcd and one server lost, writes go on" '^configmap/during created' sh -c "'$kubectl' create configmap during; '$kubectl' get configmap during > /dev/null && echo configmap/during created"
touch "$work/enough"; wait $writers 2>/dev/null; sleep 1
expect "the lost server is no longer led to" '^192.0.2.10,192.0.2.11$' k get endpoints kubernetes -o go-template='{{range $i, $a := (index .subsets 0).addresses}}{{if $i}},{{end}}{{$a.ip}}{{end}}'
there=$(at 11 get configmaps -o name | sed 's#configmap/##')
lost=0; for name in $(cat "$work/acknowledged"); do grep -qx "$name" <<< "$there" || { lost=$((lost + 1)); echo "      lost: $name"; }; done
if [ "$lost" = 0 ]; then ok "all $(wc -l < "$work/acknowledged") acknowledged writes are there"; else fail "$lost acknowledged writes are lost"; fi

# The server that leads goes: the other's controllers and scheduler take over.
kill -KILL $pid; wait $pid 2>/dev/null
at 11 create deployment web --image=$image --replicas=2 -- sleep 3600 > /dev/null
EXPECT_SECONDS=60 expect "the other's controllers take over" '^2$' sh -c "'$kubectl' --server https://192.0.2.11:6443 get pods -l app=web -o name | wc -l"
start "${store[@]}" || finish
EXPECT_SECONDS=90 expect "the first comes back and runs the pods" '^2$' k get deployment web -o 'jsonpath={.status.readyReplicas}'
stop
finish
