#!/usr/bin/env bash
# Chromium and its driver, from Debian: tests/cli/test_review_page.py looks for `chromium` and `chromedriver` on PATH.
set -euo pipefail
if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then exit 0; fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null
