#!/usr/bin/env bash
# For any server: bash ci.sh [BASE]. Leaves lpkit-junit.xml, the site in dist/html, and where BASE names a branch or a
# commit, what changed since then in lpkit-changes.md. Fails where the packs have errors, or a permanent id vanished.
set -euo pipefail
cd "$(dirname "$0")"
LPKIT_SOURCE='@@PLAIN_SOURCE@@' # @@ABOUT_SOURCE@@

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/pip" install "${LPKIT_SOURCE:?is empty, fill it in above}"

failed=0
"$tools/bin/lpkit" check -f full -f junit=lpkit-junit.xml || failed=$?
if [ $# -gt 0 ]; then
  "$tools/bin/lpkit" diff --markdown -- "$1" >lpkit-changes.md || failed=$?
fi
if [ "$failed" -eq 0 ]; then
  "$tools/bin/lpkit" build
fi
exit "$failed"
