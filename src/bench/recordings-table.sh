#!/bin/sh
# Measures a library of recordings: filters, orders and pages beside a bare query of the rows of that page, and the window that scrolls through it
# beside a plain table of the same rows.
# Usage, after `mvn package`: src/bench/recordings-table.sh [recordings] [store|window]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mvn -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$home/libraries"
"$java" -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true \
    --module-path=target/javafx --add-modules=javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED \
    -cp "target/test-classes:target/classes:$(cat "$home/libraries")" app.lectern.recordings.screen.RecordingsTableDriver "$home" "${1:-200000}" "${2:-}"
