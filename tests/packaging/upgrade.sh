#!/usr/bin/env bash
# The Debian package in a clean root: two versions are made of a build, the first is installed, an archive
# indexed and searched by another user, the package upgraded with the index kept, an index of an older
# program built anew as the message says, and the package purged: programs go, archives stay.
#   tests/packaging/upgrade.sh BUILD-FOLDER
# Exit status 77, with the reason, where that cannot be done: not as root, or without debootstrap or a mirror.
# KHOBAO_CLEAN_ROOT: a tar file of a clean root, made where it is not there, so that it is fetched once.
set -euo pipefail
build=$(realpath "${1:?the build folder}")
# That of this machine's own apt, where none is named.
mirror=${KHOBAO_MIRROR:-$(apt-get indextargets --format '$(SITE) $(RELEASE)' | sed -n 's/ bookworm$//p' | head -n 1)}
work=$(mktemp -d "${TMPDIR:-/tmp}/khobao-package.XXXXXX")
root=$work/root
mounted=()
clean_up() {
  local at
  for at in "${mounted[@]}"; do umount -l "$at" || true; done
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

skip() { echo "SKIPPED: $*"; exit 77; }
fail() { echo "FAILED: $*" >&2; exit 1; }
told() { printf '== %s (%s s)\n' "$*" "$SECONDS"; }

[ "$(id -u)" -eq 0 ] || skip "a clean root is made by root alone"
for program in debootstrap cpack dpkg-deb dpkg-shlibdeps chroot; do
  command -v "$program" >/dev/null || skip "there is no $program"
done

# Two versions of the package, of one build.
make_package() {
  (cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/$1" \
     -D CPACK_PACKAGE_VERSION="$1" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log" >&2; fail "cpack"; }
  find "$work/$1" -maxdepth 1 -name '*.deb'
}
first=$(make_package 98.0)
second=$(make_package 99.0)
told "$(basename "$first"), $(basename "$second"): $(stat -c %s "$first") bytes"
dpkg-deb --field "$first" Depends
if command -v lintian >/dev/null; then
  lintian --fail-on error "$first" || fail "lintian names errors"
  told "lintian: no errors"
else
  echo "not checked: there is no lintian"
fi

# A root that has nothing but apt.
if [ -n "${KHOBAO_CLEAN_ROOT:-}" ] && [ -f "$KHOBAO_CLEAN_ROOT" ]; then
  mkdir "$root" && tar -C "$root" -xf "$KHOBAO_CLEAN_ROOT"
else
  debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work/debootstrap.log" 2>&1 ||
    { tail -3 "$work/debootstrap.log"; skip "debootstrap cannot make a root from $mirror"; }
  [ -z "${KHOBAO_CLEAN_ROOT:-}" ] || tar -C "$root" -cf "$KHOBAO_CLEAN_ROOT" .
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
for at in proc dev; do mount --rbind "/$at" "$root/$at" && mounted+=("$root/$at"); done
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
told "a clean root"

install() {
  cp "$1" "$root/khobao.deb"
  inside apt-get install -y --no-install-recommends /khobao.deb >"$work/apt.log" 2>&1 ||
    { tail -20 "$work/apt.log" >&2; fail "apt-get install"; }
}
inside apt-get update >"$work/apt.log" 2>&1 || skip "no packages can be had from $mirror"
install "$first"
told "installed: $(inside dpkg-query -W -f='${Version}' khobao)"

archive=/var/lib/khobao/archive
as_khobao() { inside runuser -u khobao -- "$@"; }
as_reader() { inside runuser -u reader -- "$@"; }
inside useradd -m reader
as_khobao indexer update --db "$archive" /usr/share/khobao/sample_corpus/articles || [ $? -eq 1 ]
before=$(as_reader searcher --db "$archive" --count 'cầu')
[ "$before" -gt 0 ] || fail "another user finds nothing"
as_reader searcher --db "$archive" --limit 1 'cầu' | head -4
if as_reader indexer update --db "$archive" /usr/share/khobao/sample_corpus/articles 2>"$work/denied"; then
  fail "another user can write the archive"
fi
for file in share/man/man1/searcher.1.gz share/bash-completion/completions/searcher \
    share/zsh/vendor-completions/_searcher share/fish/vendor_completions.d/searcher.fish; do
  [ -s "$root/usr/$file" ] || fail "no $file"
done
told "indexed, and searched by another user: $before articles"

install "$second"
[ "$(inside dpkg-query -W -f='${Version}' khobao)" = 99.0-1 ] || fail "not upgraded"
[ "$(as_reader searcher --db "$archive" --count 'cầu')" = "$before" ] || fail "the index was not kept"
as_khobao indexer verify --db "$archive"
told "upgraded, the index kept"

# An index of an older program: the message says what to do, and that does it.
manifest=$root$archive/$(cat "$root$archive/current" | grep -o 'generation-[0-9]*' | head -1)/manifest.json
sed -i 's/"schema_version": [0-9]*/"schema_version": 1/' "$manifest"
status=0
as_reader searcher --db "$archive" 'cầu' 2>"$work/refused" || status=$?
cat "$work/refused"
[ "$status" -eq 3 ] || fail "an index of another version is to be refused with status 3, not $status"
command=$(grep -o "indexer rebuild --db [^' ]*" "$work/refused") || fail "no way out is told"
# shellcheck disable=SC2086 # the command as it is told
as_khobao $command || [ $? -eq 1 ]
[ "$(as_reader searcher --db "$archive" --count 'cầu')" = "$before" ] || fail "not rebuilt"
told "an older index built anew, as told: $command"

inside apt-get purge -y khobao >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; fail "apt-get purge"; }
for program in indexer searcher; do
  [ ! -e "$root/usr/bin/$program" ] || fail "$program is still there"
done
left=$(find "$root/usr" -iname '*khobao*' -o -name 'indexer*' -o -name 'searcher*' | grep -v '/dpkg/' || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$root$archive/current" ] || fail "the archive is gone"
told "purged: programs are gone, the archive is there"
