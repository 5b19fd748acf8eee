#!/usr/bin/env bash
# Makes the environment of the library `datasets`, which loads the export `eval`: .judges/datasets at the root of the
# repository. It brings pandas and pyarrow: nothing of it is part of lpkit's own environment.
set -euo pipefail
cd "$(dirname "$0")/../../.."

folder=.judges/datasets
[ -f "$folder/complete" ] && exit 0
rm -rf "$folder"
"${PYTHON:-python3}" -m venv "$folder"
"$folder/bin/pip" install --quiet "datasets>=3.0"
touch "$folder/complete"
