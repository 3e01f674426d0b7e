#!/usr/bin/env bash
# Tests newsclean at the lowest versions that pyproject.toml allows, in a virtual environment of its own.
#     tests/supply/lowest.sh [lowest|newest] [pytest arguments]
# "newest" takes the newest versions instead. Needs network for pip, and some minutes; run before a release and when a bound changes.
set -euo pipefail
cd "$(dirname "$0")/../.."
which=${1:-lowest}
shift || true
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder"
"$folder/bin/python" - "$which" > "$folder/versions" <<'PY'
import re, sys, tomllib
project = tomllib.load(open("pyproject.toml", "rb"))["project"]
extras = project["optional-dependencies"]
wanted = [*project["dependencies"], *extras["cli"], *extras["batch"]]
for said in wanted:
    name, bound = re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?>=([\w.]+)", said).groups()
    print(f"{name}=={bound}" if sys.argv[1] == "lowest" else said)
PY
cat "$folder/versions"
"$folder/bin/pip" install -q -r "$folder/versions" "pytest>=8" "hypothesis>=6.100" "jsonschema>=4.18" pytest-benchmark pytest-xdist
PYTHONPATH=. "$folder/bin/python" -m pytest -q -p no:cacheprovider \
  newsclean/encoding newsclean/extract newsclean/labels newsclean/typography newsclean/cleaner.py \
  tests/test_clean.py tests/test_cleaner.py tests/test_limits.py tests/extract tests/encoding \
  tests/labels/test_guard.py tests/labels/test_matching.py tests/typography/test_typesetter.py tests/integrations/records tests/cli/test_show.py \
  -W ignore "$@"
