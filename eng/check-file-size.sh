#!/bin/sh
# usage: check-file-size.sh MAX DIR: fails when a C# file below DIR has more than MAX lines, naming each.
max=$1; dir=$2
find "$dir" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' -exec wc -l {} + 2>/dev/null |
  awk -v max="$max" '$2 != "total" && $1 > max { printf "%s : error C8S002: file has %d lines, more than %d; split it as X.Concern.cs\n", $2, $1, max; bad = 1 } END { exit bad }'
