#!/bin/bash
# Runs every test project it can run here, names those it cannot, and ends with the totals in one line.
# GROUPS_TO_RUN="unit integration node robustness" chooses; without it, node and robustness run only as root with NODE_TESTS=1.
set -u
cd "$(dirname "$0")/.."
groups=${GROUPS_TO_RUN:-}
if [ -z "$groups" ]; then
  groups="unit integration"
  if [ "$(id -u)" != 0 ]; then echo "skipped: node, robustness (not root)"
  elif ! command -v containerd >/dev/null; then echo "skipped: node, robustness (containerd is not installed; \`make deps\` installs it)"
  elif [ "${NODE_TESTS:-}" != 1 ]; then echo "skipped: node, robustness (they change this machine's network and take ten minutes; NODE_TESTS=1 runs them)"
  else groups="$groups node robustness"; fi
fi
[ -d ../shared/spec ] || echo "skipped: tests against recorded answers (../shared/spec is not beside the checkout)"
passed=0; failed=0; skipped=0; broken=0
for group in $groups; do
  for project in $(find "test/$group" -name '*.Tests.csproj' 2>/dev/null | sort); do
    name=$(basename "$project" .csproj)
    log=$(mktemp)
    if ! dotnet build "$project" -v q -clp:ErrorsOnly >"$log" 2>&1; then
      echo "BROKEN $name"; tail -20 "$log"; broken=$((broken + 1)); rm -f "$log"; continue
    fi
    timeout -s KILL 600 dotnet run --project "$project" --no-build -- --no-progress --no-ansi >"$log" 2>&1
    code=$?
    sed -i "s/\x1b\[[0-9;]*m//g" "$log"
    p=$(awk '/^ *succeeded:/{print $2}' "$log" | tail -1); f=$(awk '/^ *failed:/{print $2}' "$log" | tail -1); s=$(awk '/^ *skipped:/{print $2}' "$log" | tail -1)
    if [ -z "$p" ]; then echo "BROKEN $name (exit $code)"; tail -20 "$log"; broken=$((broken + 1)); rm -f "$log"; continue; fi
    passed=$((passed + p)); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
    printf '%-40s %6s passed %5s failed %5s skipped\n' "$name" "$p" "${f:-0}" "${s:-0}"
    if [ "${f:-0}" != 0 ]; then grep -A12 '^failed ' "$log" | head -120; fi
    rm -f "$log"
  done
done
failed=$((failed + broken))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
