#!/bin/bash
# Measures the time from the start of the process to a window that can be used: Lectern and an empty themed JavaFX window,
# each with and without an AOT cache, taking turns. Needs a display, or xvfb-run.
# Usage, after `mvn package`: src/bench/startup.sh [runs]
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$@"
fi
runs=${1:-7}
lib=$PWD/target/lectern/lib
java=$(target/lectern/bin/find-java)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LECTERN_HOME=$work/home

"$(dirname "$java")/javac" -d "$work/classes" --module-path "$lib/javafx" --add-modules javafx.controls -cp "$lib/*" \
    src/bench/java/app/lectern/bench/EmptyWindow.java
"$(dirname "$java")/jar" -cf "$work/empty.jar" -C "$work/classes" .

common=(--module-path "$lib/javafx" --add-modules javafx.controls,javafx.fxml
    --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC -Dh2.bindAddress=127.0.0.1)
# An AOT cache wants the very same class path in training and use.
jars=$lib/lectern.jar:$(find "$lib" -maxdepth 1 -name '*.jar' ! -name lectern.jar | sort | paste -sd:)

lectern() {
    rm -f "$LECTERN_HOME"/logs/*
    "$java" "${common[@]}" "$@" -Dlectern.measure=start -cp "$jars" app.lectern.Main
    sed -n 's/.*window usable after \([0-9]*\) ms.*/\1/p' "$LECTERN_HOME"/logs/*.log
}
empty() {
    "$java" "${common[@]}" "$@" -cp "$work/empty.jar:$lib/atlantafx-base-2.1.0.jar" app.lectern.bench.EmptyWindow |
        sed -n 's/.*window usable after \([0-9]*\) ms.*/\1/p'
}
lectern > /dev/null   # makes the data folder
lectern -XX:AOTCacheOutput="$work/lectern.aot" > /dev/null 2>&1
empty -XX:AOTCacheOutput="$work/empty.aot" > /dev/null 2>&1

for _ in $(seq "$runs"); do
    empty >> "$work/1"
    lectern >> "$work/2"
    empty -XX:AOTCache="$work/empty.aot" >> "$work/3"
    lectern -XX:AOTCache="$work/lectern.aot" >> "$work/4"
done
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
fastest() { sort -n "$1" | head -1; }
show() { printf '%-28s %6s ms %6s ms\n' "$1" "$(median "$2")" "$(fastest "$2")"; }
printf '%-28s %9s %9s\n' "$runs runs each" median fastest
show "empty window" "$work/1"
show "Lectern" "$work/2"
show "empty window, AOT cache" "$work/3"
show "Lectern, AOT cache" "$work/4"
awk -v a="$(median "$work/2")" -v b="$(median "$work/1")" -v c="$(median "$work/4")" -v d="$(median "$work/3")" \
    'BEGIN { printf "Lectern beside the empty window: %.2f without, %.2f with AOT caches\n", a / b, c / d }'
