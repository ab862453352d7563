#!/bin/sh
# Measures how long a new process takes to open the store: a new one, an existing one, one that must be migrated.
# Usage, after `mvn package`: src/bench/open-store.sh [runs]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
"$java" -XX:+UseSerialGC -cp "target/test-classes:target/lectern/lib/*" \
    app.lectern.store.StoreDriver open "$home" "${1:-11}"
