# Sourced. `debian SUITE DIR COMMAND…` runs apt-get against another suite of the mirror that this machine uses, with its lists in DIR.
# Nothing is installed and the machine's own package state is not touched.
debian() {
  local suite=$1 dir mirror
  dir=$(realpath -m "$2"); shift 2
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -oE "https?://[^ ]+/debian/?( |$)" | head -1 | tr -d " ")
  [ -n "$mirror" ] || { echo "no Debian mirror among the sources of apt" >&2; return 1; }
  local options=(-qq -o Dir::State::Status=/dev/null -o "Dir::Etc::SourceList=$dir/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$dir/lists" -o "Dir::Cache=$dir/cache" -o APT::Sandbox::User=root)
  if [ ! -e "$dir/sources.list" ]; then
    mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
    printf 'deb [trusted=yes] %s %s main\ndeb-src [trusted=yes] %s %s main\n' "$mirror" "$suite" "$mirror" "$suite" > "$dir/sources.list"
    apt-get "${options[@]}" update
  fi
  apt-get "${options[@]}" "$@"
}
