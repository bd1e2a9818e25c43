#!/bin/bash
# usage: fetch-kubectl.sh DIR: unpacks Debian's newest kubectl (package kubectl of sid) into DIR/kubectl.
set -e
. "$(dirname "$0")/debian.sh"
dir=$1
[ -x "$dir/kubectl" ] && exit 0
mkdir -p "$dir"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && debian sid "$work" download kubectl)
dpkg -x "$work"/kubectl_*.deb "$work/root"
cp "$work/root/usr/bin/kubectl" "$dir/kubectl"
