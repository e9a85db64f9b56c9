#!/bin/sh
# Provides a Java 17 runtime for the tests on a cluster where that is possible without asking: as root on Debian or Ubuntu.
set -eu
if command -v java >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y --no-install-recommends openjdk-17-jre-headless
    exit 0
fi
echo "Not found: java. The tests on a cluster need a Java 17 runtime." >&2
exit 1
