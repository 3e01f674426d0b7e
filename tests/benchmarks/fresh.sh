#!/usr/bin/env bash
# The two commands of the README on a machine that knows nothing of newsclean: a copy of what git holds, a home and a pip cache that are empty.
#
#     tests/benchmarks/fresh.sh          both; takes minutes, and needs the package index
#     tests/benchmarks/fresh.sh first    only the one that installs and cleans an example
#
# pip's settings (its index, its certificates) are those of this machine. Tests that need what is not installed here tell so.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/home" "$folder/newsclean"
# tracked and new files, as they stand now
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
  [ -f "$file" ] && printf '%s\0' "$file"
done | tar --null -T - -cf - | tar -xf - -C "$folder/newsclean"

settings=()
for name in $(compgen -e | grep -E '^(PIP_|SSL_|REQUESTS_CA|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY)' || true); do
  settings+=("$name=${!name}")
done
run() {
  echo "\$ $1"
  (cd "$folder/newsclean" && env -i "${settings[@]}" PATH="$PATH" HOME="$folder/home" LANG=C.UTF-8 PIP_CACHE_DIR="$folder/home/pip" \
    PIP_DISABLE_PIP_VERSION_CHECK=1 bash -c "$1")
  rm -rf "$folder/newsclean/.venv" "$folder/home/pip"
}
mapfile -t commands < <(grep -E '^python3 -m venv \.venv && ' README.md)
[ "${#commands[@]}" = 2 ] || { echo "README.md has ${#commands[@]} such commands, not 2" >&2; exit 1; }
run "${commands[0]}" | tee "$folder/out"
# the last line of the shipped example: newsclean has run
tail -n 1 docs/examples/ferry.clean | grep -qxFf - "$folder/out" || { echo "the example was not cleaned" >&2; exit 1; }
[ "${1:-}" = first ] || run "${commands[1]}"
