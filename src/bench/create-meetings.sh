#!/bin/sh
# Measures the creation of many meetings: as one job, as Lectern does it, and one request at a time.
# Usage, after `mvn package`: src/bench/create-meetings.sh [slots] [latency in ms]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
"$java" -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 -cp "target/test-classes:target/lectern/lib/*" \
    app.lectern.meetings.planning.SlotDriver "$home" "${1:-200}" "${2:-30}"
