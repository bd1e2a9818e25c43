#!/bin/bash
# usage: build-deb.sh: packs out/c8s (`make publish`) as out/c8s_VERSION_ARCH.deb, with systemd units that are installed and not enabled.
set -e
cd "$(dirname "$0")/.."
[ -x out/c8s ] || { echo "out/c8s is missing: make publish" >&2; exit 1; }
version=$(out/c8s version | sed 's/^c8s v//')
arch=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
install -D -m 755 out/c8s "$root/usr/lib/c8s/c8s"
for library in out/*.so; do [ ! -e "$library" ] || install -m 644 "$library" "$root/usr/lib/c8s/"; done
mkdir -p "$root/usr/bin"; ln -s ../lib/c8s/c8s "$root/usr/bin/c8s"
install -D -m 644 eng/packaging/config.yaml "$root/etc/c8s/config.yaml"
for unit in server agent; do install -D -m 644 "eng/packaging/c8s-$unit.service" "$root/lib/systemd/system/c8s-$unit.service"; done
for page in operations configuration first-application; do install -D -m 644 "docs/$page.md" "$root/usr/share/doc/c8s/$page.md"; done
mkdir -p "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<CONTROL
Package: c8s
Version: $version
Architecture: $arch
Maintainer: Cybernetes
Section: admin
Priority: optional
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6, containerd | containerd.io, runc | containerd.io, nftables, conntrack, iproute2, mount, containernetworking-plugins
Description: Kubernetes in one small binary
 API server, store, controllers, scheduler, kubelet, service proxy and cluster DNS in one process.
 After the installation: systemctl enable --now c8s-server
CONTROL
echo /etc/c8s/config.yaml > "$root/DEBIAN/conffiles"
printf '#!/bin/sh\nset -e\nif [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi\n' > "$root/DEBIAN/postinst"
cat > "$root/DEBIAN/prerm" <<'PRERM'
#!/bin/sh
set -e
if [ "$1" = remove ]; then
  if [ -d /run/systemd/system ]; then systemctl disable --now c8s-server c8s-agent 2>/dev/null || true; fi
  # Pods would outlive the program that looks after them. The state stays until the package is purged.
  c8s down || true
fi
PRERM
cat > "$root/DEBIAN/postrm" <<'POSTRM'
#!/bin/sh
set -e
if [ "$1" = purge ]; then rm -rf /var/lib/c8s; fi
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
POSTRM
chmod 755 "$root"/DEBIAN/p*
dpkg-deb --root-owner-group --build "$root" "out/c8s_${version}_$arch.deb"
