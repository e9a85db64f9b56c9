#!/bin/sh
# Provides Chromium and the two proxies for the browser tests where that is possible without asking: as root on Debian or Ubuntu.
set -eu
missing=
if ! command -v chromium >/dev/null 2>&1 && ! command -v chromium-browser >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
    missing="chromium fonts-noto-core fonts-liberation"
fi
PATH="$PATH:/usr/sbin:/sbin"
command -v nginx >/dev/null 2>&1 || missing="$missing nginx-light"
command -v haproxy >/dev/null 2>&1 || missing="$missing haproxy"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    # shellcheck disable=SC2086
    apt-get install -y --no-install-recommends $missing
    exit 0
fi
if [ "${CI:-}" = true ]; then
    echo "Missing and not to be installed here (that needs root on Debian or Ubuntu): $missing. Under CI the browser tests must run." >&2
    exit 1
fi
echo "Not found: $missing. Tests that need them will be skipped." >&2
