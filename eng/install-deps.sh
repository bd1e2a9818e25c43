#!/bin/sh
# Installs from Debian what a node needs and is not there yet.
set -e
missing=
for pair in containerd:containerd runc:runc nft:nftables conntrack:conntrack ip:iproute2 mount:mount; do
  command -v "${pair%%:*}" >/dev/null 2>&1 || missing="$missing ${pair#*:}"
done
[ -x /usr/lib/cni/bridge ] || [ -x /opt/cni/bin/bridge ] || missing="$missing containernetworking-plugins"
[ -z "$missing" ] && exit 0
[ "$(id -u)" = 0 ] || { echo "these packages are missing and only root can install them:$missing" >&2; exit 1; }
echo "installing:$missing"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
