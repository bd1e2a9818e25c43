#!/usr/bin/env python3
"""usage: images.py DIR TEST_IMAGES: makes the images that the end-to-end suite runs, as archives in DIR/images.

All are named conformance.local/<name>:<tag>; DIR/registries.yaml tells the suite so. The programs are in DIR/bin (build.sh);
the rest of a root file system is Debian's, by debootstrap, or Debian's static busybox.
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
REGISTRY = "conformance.local"
REGISTRIES = ["gcAuthenticatedRegistry", "dockerLibraryRegistry", "dockerGluster", "e2eRegistry", "e2eVolumeRegistry", "promoterE2eRegistry",
              "buildImageRegistry", "gcRegistry", "sigStorageRegistry", "gcrReleaseRegistry", "sampleRegistry"]


def layer(path, fill):
    """A layer as an uncompressed archive of what fill(root) puts below a folder."""
    with tempfile.TemporaryDirectory() as root:
        fill(root)
        subprocess.check_call(["tar", "-C", root, "--sort=name", "--mtime=@0", "--numeric-owner", "-cf", path, "."])
    return path


def image(out, names, layers, **config):
    with tempfile.TemporaryDirectory() as work:
        ids = []
        for number, path in enumerate(layers):
            with open(path, "rb") as data:
                ids.append("sha256:" + hashlib.file_digest(data, "sha256").hexdigest())
            os.symlink(path, f"{work}/{number}.tar")
        with open(f"{work}/config.json", "w") as text:
            json.dump({"architecture": "amd64", "os": "linux", "config": {"Env": [PATH], **config}, "rootfs": {"type": "layers", "diff_ids": ids}}, text)
        files = [f"{number}.tar" for number in range(len(layers))]
        with open(f"{work}/manifest.json", "w") as text:
            json.dump([{"Config": "config.json", "RepoTags": [f"{REGISTRY}/{name}" for name in names], "Layers": files}], text)
        subprocess.check_call(["tar", "-C", work, "-chf", out, "manifest.json", "config.json", *files])


def debian(root):
    subprocess.check_call(["debootstrap", "--variant=minbase", "--include=bind9-dnsutils,curl,netcat-openbsd,iproute2", "bookworm", root],
                          stdout=subprocess.DEVNULL)
    for folder in ["usr/share/doc", "usr/share/man", "usr/share/locale", "var/cache/apt", "var/lib/apt/lists"]:
        shutil.rmtree(f"{root}/{folder}", ignore_errors=True)


def busybox(root):
    for folder in ["bin", "etc", "home", "proc", "root", "sys", "dev", "tmp", "usr/bin", "var/www"]:
        os.makedirs(f"{root}/{folder}")
    os.chmod(f"{root}/tmp", 0o1777)
    shutil.copy("/bin/busybox", f"{root}/bin/busybox")
    for applet in subprocess.check_output(["/bin/busybox", "--list"], text=True).split():
        if applet != "busybox":
            os.symlink("busybox", f"{root}/bin/{applet}")
    write(f"{root}/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n")
    write(f"{root}/etc/group", "root:x:0:\nnobody:x:65534:\n")


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as out:
        out.write(text)
    os.chmod(path, mode)


def copy(source, mode=0o755, to=""):
    def fill(root):
        os.makedirs(f"{root}/{to}", exist_ok=True)
        target = shutil.copy(source, f"{root}/{to}")
        os.chmod(target, mode)
    return fill


def main(folder, sources):
    out, layers, programs = f"{folder}/images", f"{folder}/layers", f"{folder}/bin"
    os.makedirs(out, exist_ok=True)
    os.makedirs(layers, exist_ok=True)
    write(f"{folder}/registries.yaml", "".join(f"{name}: {REGISTRY}\n" for name in REGISTRIES))

    def agnhost(root):
        os.makedirs(f"{root}/uploads")
        shutil.copy(f"{programs}/agnhost", root)
        os.symlink("agnhost", f"{root}/agnhost-2")
        for name in ["localhost.crt", "localhost.key"]:
            shutil.copy(f"{sources}/agnhost/porter/{name}", root)

    def httpd(root):
        write(f"{root}/usr/local/apache2/htdocs/index.html", "<html><body><h1>It works!</h1></body></html>\n")
        write(f"{root}/usr/local/bin/httpd-foreground", "#!/bin/sh\nexec httpd -f -v -p 80 -h /usr/local/apache2/htdocs\n", 0o755)

    base, small = layer(f"{layers}/debian.tar", debian), layer(f"{layers}/busybox.tar", busybox)
    host = layer(f"{layers}/agnhost.tar", agnhost)
    image(f"{out}/busybox.tar", ["busybox:1.29"], [small], Cmd=["sh"])
    image(f"{out}/nonroot.tar", ["nonroot:1.0"], [small], Cmd=["sh"], User="1234")
    image(f"{out}/httpd.tar", ["httpd:2.4.38-alpine", "httpd:2.4.39-alpine", "nginx:1.14-alpine", "nginx:1.15-alpine"],
          [small, layer(f"{layers}/httpd.tar", httpd)], Cmd=["httpd-foreground"], WorkingDir="/usr/local/apache2")
    image(f"{out}/agnhost.tar", ["agnhost:2.21"], [base, host], Entrypoint=["/agnhost"], Cmd=["pause"])
    image(f"{out}/jessie-dnsutils.tar", ["jessie-dnsutils:1.0"], [base], Cmd=["bash"])
    image(f"{out}/pause.tar", ["pause:3.2"], [host], Entrypoint=["/agnhost"], Cmd=["pause"])
    image(f"{out}/nonewprivs.tar", ["nonewprivs:1.0"], [small, layer(f"{layers}/nnp.tar", copy(f"{programs}/nnp", 0o6755, "usr/local/bin"))], Cmd=["nnp"])
    for name in ["kitten", "nautilus"]:
        def pages(root, name=name):
            for page in [f"{name}.jpg", "data.json"]:
                shutil.copy(f"{sources}/{name}/html/{page}", root)
        image(f"{out}/{name}.tar", [f"{name}:1.0"], [base, host, layer(f"{layers}/{name}.tar", pages)], Entrypoint=["/agnhost"], Cmd=["test-webserver"])
    image(f"{out}/sample-apiserver.tar", ["sample-apiserver:1.17"],
          [small, layer(f"{layers}/sample-apiserver.tar", copy(f"{programs}/kube-sample-apiserver"))], Entrypoint=["/kube-sample-apiserver"])
    image(f"{out}/etcd.tar", ["etcd:3.4.13-0"], [base, layer(f"{layers}/etcd.tar", copy(shutil.which("etcd"), to="usr/local/bin"))], Cmd=["etcd"])


if __name__ == "__main__":
    main(os.path.realpath(sys.argv[1]), sys.argv[2])
