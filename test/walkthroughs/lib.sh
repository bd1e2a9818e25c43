# Sourced by the walkthroughs: starts c8s in namespaces of its own, expects outputs, counts.
# A walkthrough is called as `NAME.sh C8S KUBECTL` and exits 0 when all it expected came true. It names what it covers with `covers ID...`
# (ids of ../shared/mission/behaviours); the report collects these lines.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)

# Runs the calling script again within test/support/isolate.sh.
isolated() {
  if [ -z "${C8S_ISOLATED:-}" ]; then
    work=$(mktemp -d /tmp/c8s-walk.XXXXXX)
    C8S_ISOLATED=$work "$repository/test/support/isolate.sh" "$work/machine" "$0" "$@"
    code=$?
    rm -rf "$work"
    exit $code
  fi
  work=$C8S_ISOLATED
}

passed=0; failed=0
c8s=$(realpath "$1"); kubectl=$(realpath "$2")
image=docker.io/local/busybox:1
export KUBECONFIG=/var/lib/c8s/admin.kubeconfig
k() { "$kubectl" "$@"; }

covers() { :; }

start() {
  : > "$work/up.log"
  "$c8s" up --node-name alpha "$@" >> "$work/up.log" 2>&1 &
  pid=$!
  for _ in $(seq 1 240); do grep -q '^Ready in' "$work/up.log" && return 0; kill -0 $pid 2>/dev/null || break; sleep 0.25; done
  echo "FAIL  c8s up did not become ready:"; cat "$work/up.log"; tail -20 /var/lib/c8s/c8s.log
  failed=$((failed + 1)); return 1
}

stop() { kill -TERM $pid 2>/dev/null; wait $pid 2>/dev/null; }

import() {
  [ -e "$work/busybox.tar" ] || "$repository/eng/make-busybox-image.sh" $image "$work/busybox.tar" || return 1
  "$c8s" image import "$work/busybox.tar" > /dev/null || { echo "FAIL  image import"; failed=$((failed + 1)); }
}

# fetch POD HOST PORT: the page that a pod gets there. By nc: the static busybox's wget cannot resolve names.
fetch() {
  local host=$2
  case $host in *.*) ;; *) host=$host.default.svc.cluster.local ;; esac
  k exec "$1" -- sh -c "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 3 $host $3 | tail -n 1"
}

ok() { echo "ok    $1"; passed=$((passed + 1)); }
fail() { echo "FAIL  $1"; failed=$((failed + 1)); }

# expect WHAT PATTERN COMMAND...: runs the command until its output has the pattern, for 60 seconds at most (EXPECT_SECONDS changes that).
expect() {
  local what=$1 pattern=$2; shift 2
  local output deadline=$((SECONDS + ${EXPECT_SECONDS:-60}))
  while :; do
    output=$("$@" 2>&1)
    if grep -qE -- "$pattern" <<< "$output"; then ok "$what"; return 0; fi
    [ $SECONDS -lt $deadline ] || break
    sleep 0.5
  done
  fail "$what: no /$pattern/ in:"; sed 's/^/      /' <<< "$output" | tail -15
  return 1
}

finish() { echo "$(basename "$0" .sh): $passed passed, $failed failed"; [ "$failed" = 0 ]; exit; }
