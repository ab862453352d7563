#!/bin/sh
# Kills a writing process at random moments and looks after each kill whether every answered commit is there.
# Usage, after `mvn package`: src/bench/kill-store.sh [kills] [seed]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
"$java" -XX:+UseSerialGC -cp "target/test-classes:target/lectern/lib/*" \
    app.lectern.store.StoreDriver kill "$home/store" "${1:-200}" "${2:-20261121}"
