#!/bin/bash
# Installs a .deb where there is nothing else, not even Python, and plays it; then removes it, and looks
# whether what was written is still there.  Needs root, and debootstrap or a system in CHROOT.
#
#     try_deb.sh DEB [CHROOT]
set -euo pipefail
deb=$(realpath "$1")
root=${2:-$(mktemp -d)}
made=${2:+no}

leave() {
    umount "$root/dev" "$root/proc" 2>/dev/null || true
    [ -n "$made" ] || rm -rf --one-file-system "$root"
}
trap leave EXIT

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive PYTHON_KEYRING_BACKEND=keyring.backends.fail.Keyring "$@"
}

say() { echo "== $*"; }

if [ -z "$made" ]; then
    . /etc/os-release
    [ "$ID" = ubuntu ] && parts=main,universe || parts=main
    debootstrap --variant=minbase --components="$parts" "$VERSION_CODENAME" "$root" >/dev/null
fi
mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$deb" "$root/tmp/nearer.deb"

say "installed without Python"
inside apt-get update -qq
inside apt-get install -y -qq /tmp/nearer.deb >/dev/null
if inside sh -c 'command -v python3'; then exit 1; fi

say "it plays itself"
inside coupleapp --self-test --keep /kept

say "it knows the zones where the system does not"
inside env PYTHONTZPATH= coupleapp reminders --data-dir /kept --zone Europe/Berlin

say "what was written stays when it goes"
before=$(cd "$root/kept" && find . -type f -exec sha256sum {} + | sort)
inside apt-get purge -y -qq nearer >/dev/null
[ "$before" = "$(cd "$root/kept" && find . -type f -exec sha256sum {} + | sort)" ]
[ -n "$before" ]
[ ! -e "$root/usr/lib/nearer" ]
rm -r "$root/kept" "$root/tmp/nearer.deb"
say "all well"
