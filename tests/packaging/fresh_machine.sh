#!/usr/bin/env bash
# The two commands of README.md's first page on a root that has nothing but apt, as root and as a user with
# sudo, with their times. Fetches some 200 MB; takes ten minutes of processor time and more.
#   tests/packaging/fresh_machine.sh [root|user]...      both where none is named
# Exit status 77, with the reason, where that cannot be done. KHOBAO_CLEAN_ROOT: see upgrade.sh.
set -euo pipefail
sources=$(realpath "$(dirname "$0")/../..")
# That of this machine's own apt, where none is named.
mirror=${KHOBAO_MIRROR:-$(apt-get indextargets --format '$(SITE) $(RELEASE)' | sed -n 's/ bookworm$//p' | head -n 1)}
[ "$(id -u)" -eq 0 ] || { echo "SKIPPED: a clean root is made by root alone"; exit 77; }
command -v debootstrap >/dev/null || { echo "SKIPPED: there is no debootstrap"; exit 77; }
work=$(mktemp -d "${TMPDIR:-/tmp}/khobao-fresh.XXXXXX")
root=
clean_up() {
  local at
  for at in "$work"/*/proc "$work"/*/dev; do umount -l "$at" 2>/dev/null || true; done
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT
[ $# -gt 0 ] || set -- root user
for who in "$@"; do
  root=$work/$who
  if [ -n "${KHOBAO_CLEAN_ROOT:-}" ] && [ -f "$KHOBAO_CLEAN_ROOT" ]; then
    mkdir "$root" && tar -C "$root" -xf "$KHOBAO_CLEAN_ROOT"
  else
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work/log" 2>&1 ||
      { tail -3 "$work/log"; echo "SKIPPED: debootstrap cannot make a root from $mirror"; exit 77; }
    [ -z "${KHOBAO_CLEAN_ROOT:-}" ] || tar -C "$root" -cf "$KHOBAO_CLEAN_ROOT" .
  fi
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  for at in proc dev; do mount --rbind "/$at" "$root/$at"; done
  mkdir -p "$root/home/khobao/src"
  git -C "$sources" archive HEAD | tar -C "$root/home/khobao/src" -xf -
  as=()
  if [ "$who" = user ]; then
    # What a user with sudo has beside a minimal root.
    chroot "$root" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends sudo' >"$work/log" 2>&1 ||
      { tail "$work/log"; exit 1; }
    chroot "$root" sh -c 'useradd -m -d /home/khobao -s /bin/bash khobao; echo "khobao ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/khobao; chown -R khobao /home/khobao'
    as=(runuser -u khobao --)
  fi
  for command in sample_corpus/demo.sh tests/run.sh; do
    begin=$SECONDS status=0
    chroot "$root" "${as[@]}" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/khobao LANG=C.UTF-8 \
      sh -c "cd /home/khobao/src && $command" >"$work/$who.log" 2>&1 || status=$?
    printf '%s as %s: exit status %d after %d s\n' "$command" "$who" "$status" $((SECONDS - begin))
    tail -n 6 "$work/$who.log"
  done
  umount -l "$root/proc" "$root/dev"
  rm -rf --one-file-system "$root"
done
