#!/bin/sh
# Provides Chromium for the browser tests where that is possible without asking: as root on Debian or Ubuntu.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y --no-install-recommends chromium fonts-noto-core fonts-liberation
    exit 0
fi
if [ "${CI:-}" = true ]; then
    echo "Chromium is missing and cannot be installed here (that needs root on Debian or Ubuntu). Under CI the browser tests must run." >&2
    exit 1
fi
echo "No Chromium found: the browser tests will be skipped. Install Chromium or Google Chrome to run them." >&2
