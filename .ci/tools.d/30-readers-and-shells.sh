#!/usr/bin/env bash
# Programs that read what lintnews writes: xmllint, reviewdog, actionlint, Microsoft's SARIF Multitool (tests/report,
# tests/test_ci_files.py), and the shells that it completes for (tests/cli/test_completion.py).
# Tests look in build/tools/bin, then on the PATH.
set -uo pipefail
cd "$(dirname "$0")/../.."
tools="$PWD/build/tools"
mkdir -p "$tools/bin"
failed=0

packages=()
command -v xmllint >/dev/null || packages+=(libxml2-utils)
command -v zsh >/dev/null || packages+=(zsh)
command -v fish >/dev/null || packages+=(fish)
if test "${#packages[@]}" -gt 0; then
  install=(apt-get install -y --no-install-recommends "${packages[@]}")
  { "${install[@]}" || { apt-get update && "${install[@]}"; }; } >/dev/null || failed=1
fi
go_tool() {
  test -x "$tools/bin/$1" || GOBIN="$tools/bin" go install "$2" || failed=1
}
go_tool reviewdog github.com/reviewdog/reviewdog/cmd/reviewdog@v0.21.0
go_tool actionlint github.com/rhysd/actionlint/cmd/actionlint@v1.7.7
multitool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
if ! test -e "$tools/$multitool"; then
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tools" @microsoft/sarif-multitool-linux@5.7.0 || failed=1
fi
if test -e "$tools/$multitool"; then
  chmod u+x "$tools/$multitool"
  ln -sf "../$multitool" "$tools/bin/sarif-multitool"
fi
exit "$failed"
