#!/bin/sh
# Kills a download at random moments, resumes it, and counts right files and bytes that the origin had to send twice.
# Usage, after `mvn package`: src/bench/kill-download.sh [kills] [seed]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$java" -XX:+UseSerialGC -cp "target/test-classes:target/lectern/lib/*" \
    app.lectern.recordings.downloads.DownloadDriver kill "$folder" "${1:-100}" "${2:-20261125}"
