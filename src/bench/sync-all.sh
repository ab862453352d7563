#!/bin/sh
# Measures a first and a second sync of everything against a demo tenant of its own process: time, requests, and the memory in use
# after a collection while the sync goes on.
# Usage, after `mvn package`: src/bench/sync-all.sh [users] [meetings] [recordings] [latency in ms]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
"$java" -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 -cp "target/test-classes:target/lectern/lib/*" app.lectern.Main \
    --home "$home" demo serve --users "${1:-10000}" --meetings "${2:-20000}" --recordings "${3:-5000}" --latency "${4:-5}" >"$home/tenant.txt" 2>&1 &
tenant=$!
trap 'kill $tenant 2>/dev/null; rm -rf "$home"' EXIT
until [ -f "$home/demo/endpoint.json" ]; do
    kill -0 $tenant || { cat "$home/tenant.txt"; exit 1; }
    sleep 1
done
"$java" -XX:+UseSerialGC -Xmx512m -Dh2.bindAddress=127.0.0.1 -cp "target/test-classes:target/lectern/lib/*" app.lectern.SyncAllDriver "$home"
