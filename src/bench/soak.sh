#!/bin/sh
# Thirty minutes of everything at once: the window with a robot at the keyboard, three commands that sync, import and download beside
# it, every trouble of the demo tenant at random, and all of it killed (kill -9) every two minutes. Prints what was lost, there twice
# or thrown unseen (nothing is wanted), and the window's memory before each kill; status 1 when anything was wrong.
# Usage, after `mvn package`: src/bench/soak.sh [minutes] [seconds between kills] [seed]
set -eu
cd "$(dirname "$0")/../.."
java=$(target/lectern/bin/find-java)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$folder/libraries"
"$java" -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1 --module-path target/javafx --add-modules javafx.controls,javafx.fxml \
    -cp "target/test-classes:target/classes:$(cat "$folder/libraries")" app.lectern.soak.Soak "$folder" "$@"
