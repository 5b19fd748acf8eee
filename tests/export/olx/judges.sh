#!/usr/bin/env bash
# Makes the environment of Open edX's own code, which judges the export `olx`: .judges/open-edx at the root of the repository.
# It brings Django, and ora2 and olxcleaner are under the AGPL and GPL: nothing of it is part of lpkit's own environment.
set -euo pipefail
cd "$(dirname "$0")/../../.."

folder=.judges/open-edx
[ -f "$folder/complete" ] && exit 0
rm -rf "$folder"
"${PYTHON:-python3}" -m venv "$folder"
"$folder/bin/pip" install --quiet "xblocks-contrib>=0.13" "ora2>=7.1" "olxcleaner>=0.3"
touch "$folder/complete"
