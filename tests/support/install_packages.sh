#!/usr/bin/env bash
# Installs what Kho Báo is built from; read with "." by tests/run.sh and sample_corpus/demo.sh.
# Debian 12, as root or as a user with sudo. Where everything is there, nothing is asked of the net.

# The one list of packages. libgoogle-perftools-dev (tcmalloc) makes indexing a third faster and may
# be left out.
khobao_packages=(
  g++ cmake ninja-build pkg-config
  libxapian-dev libicu-dev libcli11-dev nlohmann-json3-dev libsimdjson-dev
  libzstd-dev zlib1g-dev libxml2-dev libxxhash-dev libbrotli-dev libarchive-dev libpoppler-cpp-dev
  libgoogle-perftools-dev
  doctest-dev python3 strace xapian-tools
)

install_packages() {
  local missing=() package
  for package in "${khobao_packages[@]}"; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  if [ "${#missing[@]}" -eq 0 ]; then return 0; fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  run "${as_root[@]}" apt-get update
  run "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# Prints a command as one could type it, then runs it.
run() {
  local word line='$'
  for word in "$@"; do
    if [[ $word == *[[:space:]\"\'\\\$\&\|\;\<\>\(\)\*\?]* ]]; then word=${word@Q}; fi
    line+=" $word"
  done
  printf '%s\n' "$line"
  "$@"
}
