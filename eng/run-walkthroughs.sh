#!/bin/bash
# usage: run-walkthroughs.sh C8S KUBECTL [RESULTS]: runs every walkthrough and the cluster's robustness scripts, each in namespaces of its own (root), and
# writes their lines to RESULTS (out/walkthroughs.txt). ONLY="name name" chooses. Exits 0 when all passed.
set -u
cd "$(dirname "$0")/.."
results=${3:-out/walkthroughs.txt}
mkdir -p "$(dirname "$results")"; : > "$results"
code=0
for script in test/walkthroughs/*.sh test/robustness/cluster/*.sh; do
  name=$(basename "$script" .sh)
  [ "$name" = lib ] && continue
  [ -z "${ONLY:-}" ] || [[ " $ONLY " == *" $name "* ]] || continue
  echo "== $name" | tee -a "$results"
  begin=$SECONDS
  timeout -k 20 600 "$script" "$1" "$2" 2>&1 | tee -a "$results"
  [ "${PIPESTATUS[0]}" = 0 ] || { code=1; echo "FAILED $name" | tee -a "$results"; }
  echo "      $((SECONDS - begin)) s" | tee -a "$results"
done
exit $code
