#!/bin/bash
# usage: write-compat.sh C8S: writes docs/compat/*.md from what is measured here: recorded answers of upstream's server (../shared/spec/recordings, asked of
# a fresh API server by ../shared/tools/replay.py) and the walkthroughs' last results (out/walkthroughs.txt, by eng/run-walkthroughs.sh).
set -eu
cd "$(dirname "$0")/.."
c8s=$(realpath "$1")
version=$("$c8s" version | cut -d' ' -f2)
mkdir -p docs/compat
if [ -d ../shared/spec/recordings ]; then
  work=$(mktemp -d)
  "$c8s" kube-apiserver --data-dir "$work" --secure-port 18463 --bind-address 127.0.0.1 > "$work/log" 2>&1 &
  server=$!
  trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
  for _ in $(seq 120); do grep -q 'Serving securely' "$work/log" && break; sleep 0.25; done
  python3 ../shared/tools/replay.py "$work/admin.kubeconfig" ../shared/spec/recordings --show 0 > "$work/replay" || true
  {
    echo "# Recorded answers"
    echo
    echo "What a fresh API server of $version answers to the questions that were recorded of Kubernetes 1.36: how many cases, and how many gave the same code,"
    echo "the same words (a refusal's message, a warning) and the same object. Written by \`eng/write-compat.sh\`."
    echo
    echo '```'
    sed 's/[[:space:]]*$//' "$work/replay"
    echo '```'
  } > docs/compat/recordings.md
else
  echo "skipped: ../shared/spec/recordings is not beside the checkout"
fi
if [ -e out/walkthroughs.txt ]; then
  {
    echo "# Walkthroughs"
    echo
    echo "What the scenarios of \`test/walkthroughs\` and \`test/robustness/cluster\` saw of $version, each on a real node in namespaces of its own. Written by"
    echo "\`eng/write-compat.sh\` from the results of \`eng/run-walkthroughs.sh\`."
    awk '
      /^== / { printf "\n## %s\n\n| step | seen |\n| --- | --- |\n", $2 }
      /^ok    / { printf "| %s | yes |\n", substr($0, 7) }
      /^FAIL  / { line = substr($0, 7); sub(/: no \/.*/, "", line); printf "| %s | **no** |\n", line }
    ' out/walkthroughs.txt
    printf '\n%s steps of %s were seen.\n' "$(grep -c '^ok    ' out/walkthroughs.txt)" "$(grep -cE '^(ok|FAIL)  ' out/walkthroughs.txt)"
  } > docs/compat/walkthroughs.md
fi
