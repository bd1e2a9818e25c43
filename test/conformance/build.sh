#!/bin/bash
# usage: build.sh DIR: builds upstream's end-to-end suite and the images it runs, from Debian's sources, into DIR.
# Debian ships the whole source once, at 1.20 (bookworm, package kubernetes): 311 conformance tests, most of which are among today's 446.
# About 7 minutes on two cores. Leaves DIR/e2e.test, DIR/source, DIR/registries.yaml and DIR/images/*.tar.
set -e
here=$(realpath "$(dirname "$0")")
. "$here/../../eng/debian.sh"
mkdir -p "$1"
dir=$(realpath "$1")
cd "$dir"

# The compiler: 1.19 is the newest Go that reads a source tree of that age.
if [ ! -x go/bin/go ]; then
  (cd "$dir" && debian bookworm "$dir/apt" download golang-1.19-go golang-1.19-src)
  for package in golang-1.19-*.deb; do dpkg -x "$package" unpacked; done
  mkdir -p go
  cp -r unpacked/usr/share/go-1.19/* go/
  cp -r unpacked/usr/lib/go-1.19/bin unpacked/usr/lib/go-1.19/VERSION go/
  cp -rn unpacked/usr/lib/go-1.19/pkg/. go/pkg/ 2>/dev/null || true
  rm -rf unpacked golang-1.19-*.deb
fi

export GOROOT=$dir/go GOPATH=$dir/path GOCACHE=$dir/cache GO111MODULE=off GOPROXY=off CGO_ENABLED=0 PATH=$dir/go/bin:$PATH
source=$GOPATH/src/k8s.io/kubernetes
if [ ! -d "$source" ]; then
  (cd "$dir" && debian bookworm "$dir/apt" source --download-only kubernetes)
  mkdir -p "$(dirname "$source")"
  tar xzf kubernetes_*.orig.tar.gz
  mv kubernetes-1.20.2 "$source"
  rm -f kubernetes_*
  ln -sfn "$source" source
fi

cd "$source"
# Since 1.24 a service account has no token Secret of its own; the suite of 1.20 waits for one before every test.
sed -i 's/return len(t.Secrets) > 0, nil/return t != nil, nil/' test/e2e/framework/util.go
go build -o "$dir/go-bindata" ./vendor/github.com/go-bindata/go-bindata/go-bindata
ignored=(-ignore .jpg -ignore .png -ignore .md -ignore 'BUILD(\.bazel)?')
"$dir/go-bindata" -nometadata -o test/e2e/generated/bindata.go -pkg generated "${ignored[@]}" \
  test/conformance/testdata/... test/e2e/testing-manifests/... test/e2e_node/testing-manifests/... test/images/... test/fixtures/...
"$dir/go-bindata" -nometadata -nocompress -o staging/src/k8s.io/kubectl/pkg/generated/bindata.go -pkg generated "${ignored[@]}" translations/...
go test -c -o "$dir/e2e.test" ./test/e2e
(cd test/images/agnhost && go build -o "$dir/bin/agnhost" .)
go build -o "$dir/bin/nnp" ./test/images/nonewprivs
go build -o "$dir/bin/kube-sample-apiserver" ./vendor/k8s.io/sample-apiserver
python3 "$here/images.py" "$dir" "$source/test/images"
