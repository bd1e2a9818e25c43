#!/bin/bash
# usage: fetch-kubectl.sh DIR: unpacks Debian's newest kubectl (package kubectl of sid) into DIR/kubectl, from the mirror this machine uses.
# Nothing is installed; DIR/kubectl is the program.
set -e
dir=$1
[ -x "$dir/kubectl" ] && exit 0
mkdir -p "$dir"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -oE "https?://[^ ]+/debian/?( |$)" | head -1 | tr -d " ")
[ -n "$mirror" ] || { echo "no Debian mirror among the sources of apt" >&2; exit 1; }
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
echo "deb [trusted=yes] $mirror sid main" > "$work/sources.list"
options=(-o Dir::State::Status=/dev/null -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root)
apt-get "${options[@]}" update -qq
(cd "$work" && apt-get "${options[@]}" download -qq kubectl)
dpkg -x "$work"/kubectl_*.deb "$work/root"
cp "$work/root/usr/bin/kubectl" "$dir/kubectl"
