#!/bin/sh
# Measures the sync of attendance: in batches, as Lectern does it, and with the same questions one request at a time.
# Usage, after `mvn package`: src/bench/sync-attendance.sh [meetings] [latency in ms]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
"$java" -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 -cp "target/test-classes:target/lectern/lib/*" \
    app.lectern.attendance.AttendanceDriver "$home" sync "${1:-200}" "${2:-30}"
