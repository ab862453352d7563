#!/bin/sh
# Measures how fast attendance records are stored, against a bare JDBC batch insert into the same file, and how they are found.
# Usage, after `mvn package`: src/bench/store-attendance.sh [records]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
"$java" -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 -cp "target/test-classes:target/lectern/lib/*" \
    app.lectern.attendance.AttendanceDriver "$home" store "${1:-1000000}"
