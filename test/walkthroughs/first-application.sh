#!/bin/bash
# The first application, as docs/first-application.md tells it, on a real node: c8s up, an image, a Deployment, a Service, DNS, a Job of kubectl's
# everyday commands, a restart of c8s, c8s down. Needs root, containerd and the binary. Everything lives below a directory of its own.
# usage: first-application.sh C8S KUBECTL
set -u
c8s=$(realpath "$1"); kubectl=$(realpath "$2")
cd "$(dirname "$0")/../.."
work=$(mktemp -d /tmp/c8s-walk.XXXXXX)
ports=(--data-dir "$work/data" --api-port 27443 --kubelet-port 20251)
export KUBECONFIG=$work/data/admin.kubeconfig
passed=0; failed=0

start() {
  "$c8s" up "${ports[@]}" > "$work/up.log" 2>&1 &
  pid=$!
  for _ in $(seq 1 120); do grep -q '^Ready in' "$work/up.log" && return 0; kill -0 $pid 2>/dev/null || break; sleep 0.5; done
  echo "c8s up did not become ready:"; cat "$work/up.log"; tail -20 "$work/data/c8s.log"
  return 1
}

stop() { kill -TERM $pid 2>/dev/null; wait $pid 2>/dev/null; }

# expect WHAT PATTERN COMMAND...: runs the command until its output has the pattern, for 60 seconds at most.
expect() {
  local what=$1 pattern=$2; shift 2
  local output
  for _ in $(seq 1 60); do
    output=$("$@" 2>&1)
    if grep -qE "$pattern" <<< "$output"; then echo "ok    $what"; passed=$((passed + 1)); return 0; fi
    sleep 1
  done
  echo "FAIL  $what: no /$pattern/ in:"; sed 's/^/      /' <<< "$output" | tail -15
  failed=$((failed + 1)); return 1
}

finish() {
  stop
  "$c8s" down "${ports[@]}" --purge > "$work/down.log" 2>&1 || { echo "FAIL  c8s down"; cat "$work/down.log"; failed=$((failed + 1)); }
  if grep -q "$work" /proc/self/mounts; then echo "FAIL  mounts are left behind"; grep "$work" /proc/self/mounts; failed=$((failed + 1)); fi
  rm -rf "$work"
  echo "walkthrough: $passed passed, $failed failed"
  [ "$failed" = 0 ]
}

start || { failed=1; finish; exit 1; }
image=docker.io/local/busybox:1
eng/make-busybox-image.sh $image "$work/busybox.tar" || { failed=1; finish; exit 1; }
expect "an image is imported from a file" "$image" "$c8s" image import "$work/busybox.tar" --runtime-endpoint "unix://$work/data/containerd/containerd.sock"
expect "the node is Ready" ' Ready ' "$kubectl" get nodes
expect "a Deployment is created" 'created' "$kubectl" create deployment web --image=$image --port=8080 -- busybox httpd -f -p 8080 -h /etc
expect "it is scaled" 'scaled' "$kubectl" scale deployment web --replicas=3
expect "it is exposed" 'exposed' "$kubectl" expose deployment web --port=80 --target-port=8080
expect "it rolls out" 'successfully rolled out' "$kubectl" rollout status deployment web --timeout=50s
expect "a pod to ask from runs" 'created|AlreadyExists' "$kubectl" run client --image=$image --restart=Never -- sleep 3600
expect "the pod is Ready" 'condition met' "$kubectl" wait --for=condition=Ready pod/client --timeout=30s
expect "the Service is reached by its name" 'nobody' "$kubectl" exec client -- sh -c 'printf "GET /passwd HTTP/1.0\r\n\r\n" | nc -w 3 web.default.svc.cluster.local 80'
expect "logs are read" 'hello' sh -c "'$kubectl' run say --image=$image --restart=Never -- echo hello >/dev/null 2>&1; '$kubectl' logs say"
expect "the pod that ended is Completed" 'Completed' "$kubectl" get pod say
stop
start || { failed=$((failed + 1)); finish; exit 1; }
expect "after a restart of c8s no container was started again" '^000$' sh -c "'$kubectl' get pods -l app=web -o 'jsonpath={.items[*].status.containerStatuses[*].restartCount}' | tr -d ' \n'"
expect "the Deployment is deleted" 'deleted' "$kubectl" delete deployment web
expect "its pods go with it" '^0$' sh -c "'$kubectl' get pods -l app=web -o name | wc -l"
finish
