#!/bin/bash
# Measures the installed program side by side with an empty themed JavaFX window on the same runtime image, in the same run, each with
# its own AOT cache: the start, the processor's work in it, memory after every screen, the processor at rest, and what the
# first call to Graph costs. Needs a display, or xvfb-run.
# Usage, after `mvn -Pinstaller package`: src/bench/startup.sh [runs]
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$@"
fi
runs=${1:-7}
rest_seconds=10
settle_seconds=100   # until what the screens needed meanwhile is given back
image=$PWD/target/installer/work/image/lectern
app=$image/lib/app
java=$image/lib/runtime/bin/java
jdk=$(dirname "$(installer/launcher/find-java)")
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
export LECTERN_HOME=$work/home

mapfile -t options < <(sed -n 's/^java-options=//p' "$app/lectern.cfg" | grep -vE 'AOTCache|jpackage')
jars=$(sed -n "s#^app.classpath=\$APPDIR#$app#p" "$app/lectern.cfg" | paste -sd:)
atlantafx=$(ls "$app"/atlantafx-base-*.jar)
"$jdk/javac" -d "$work/classes" --module-path target/javafx --add-modules javafx.controls -cp "$atlantafx" \
    src/bench/java/app/lectern/bench/EmptyWindow.java
"$jdk/jar" -cf "$work/empty.jar" -C "$work/classes" .
"$jdk/javac" -d "$work/first" -cp "$jars" src/bench/java/app/lectern/bench/FirstCall.java

lectern() { "$java" "${options[@]}" "$@" -Dlectern.measure.began="$(date +%s%3N)" -cp "$jars" app.lectern.Main; }
command_line() { "$java" "${options[@]}" -XX:AOTCache="$app/lectern.aot" -cp "$jars" app.lectern.Main "$@"; }
empty() { "$java" "${options[@]}" "$@" -Dlectern.measure.began="$(date +%s%3N)" -cp "$work/empty.jar:$atlantafx" app.lectern.bench.EmptyWindow; }
logged() { cat "$LECTERN_HOME"/logs/*.log; rm -f "$LECTERN_HOME"/logs/*; }
number() { sed -n "s/.*$1 \([0-9]*\).*/\1/p"; }
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
fastest() { sort -n "$1" | head -1; }

command_line demo get '/users?$top=1' > /dev/null   # makes the data folder with the demo tenant in it
empty -XX:AOTCacheOutput="$work/empty.aot" > /dev/null 2>&1

for _ in $(seq "$runs"); do
    empty > "$work/said"
    number "usable after" < "$work/said" >> "$work/e"
    lectern -Dlectern.measure=start && logged > "$work/said"
    number "usable after" < "$work/said" >> "$work/l"
    empty -XX:AOTCache="$work/empty.aot" > "$work/said"
    number "usable after" < "$work/said" >> "$work/ea"
    number "processor worked" < "$work/said" >> "$work/ec"
    lectern -XX:AOTCache="$app/lectern.aot" -Dlectern.measure=start && logged > "$work/said"
    number "usable after" < "$work/said" >> "$work/la"
    number "processor worked" < "$work/said" >> "$work/lc"
done
empty -XX:AOTCache="$work/empty.aot" -Dlectern.measure=rest -Dlectern.measure.settle=$settle_seconds -Dlectern.measure.rest=$rest_seconds > "$work/empty-rest"
lectern -XX:AOTCache="$app/lectern.aot" -Dlectern.measure=visit -Dlectern.measure.settle=$settle_seconds -Dlectern.measure.rest=$rest_seconds && logged > "$work/lectern-rest"

# The tenant answers from a process of its own; the same command without and with a call tells what the call costs.
# not through the function: what is killed at the end must be Java itself
"$java" "${options[@]}" -XX:AOTCache="$app/lectern.aot" -cp "$jars" app.lectern.Main --home "$work/school" --json demo serve --ca-file "$work/ca.pem" > "$work/school.json" 2> /dev/null &
server=$!
for _ in $(seq 100); do [ -s "$work/ca.pem" ] && grep -q clientSecret "$work/school.json" && break; sleep 0.2; done
entry() { tr -d '\n' < "$work/school.json" | sed "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/"; }
export SCHOOL_SECRET
SCHOOL_SECRET=$(entry clientSecret)
LECTERN_HOME=$work/second command_line integrations add --name School --cloud custom --login-endpoint "$(entry loginEndpoint)" \
    --graph-endpoint "$(entry graphEndpoint)" --ca-file "$work/ca.pem" --tenant "$(entry tenantId)" --client-id "$(entry clientId)" \
    --sign-in secret --client-secret-env SCHOOL_SECRET > "$work/added" 2>&1 || { cat "$work/added" >&2; exit 1; }
export LECTERN_HOME=$work/second
# A command that fails stops the measurement: what it cost would be no figure. Status 1 is an account that cannot organise.
processor() {
    local TIMEFORMAT='%U %S'
    { time command_line "$@" > "$work/answer" 2> "$work/failed"; } 2> "$work/time" || [ $? = 1 ] || { cat "$work/failed" >&2; exit 1; }
    awk '{ print int(($1 + $2) * 1000) }' "$work/time"
}
someone=$(command_line demo get '/users?$top=1' | tr -d '\n' | sed 's/.*"userPrincipalName" *: *"\([^"]*\)".*/\1/')
for _ in $(seq "$runs"); do
    "$java" "${options[@]}" -XX:AOTCache="$app/lectern.aot" -cp "$jars:$work/first" app.lectern.bench.FirstCall "$(entry loginEndpoint)" \
        "$(entry graphEndpoint)" "$(entry tenantId)" "$(entry clientId)" "$work/ca.pem" | cut -d' ' -f1 >> "$work/first-call"
    processor --integration School integrations list >> "$work/without"
    processor --integration School accounts check "$someone" >> "$work/with"
done

row() { printf '%-34s %7s ms %7s ms\n' "$1" "$(median "$2")" "$(fastest "$2")"; }
printf '%-34s %10s %10s\n' "$runs runs each" median fastest
row "empty window" "$work/e"
row "Lectern" "$work/l"
row "empty window, AOT cache" "$work/ea"
row "Lectern, AOT cache" "$work/la"
row "processor, empty window, AOT cache" "$work/ec"
row "processor, Lectern, AOT cache" "$work/lc"
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
echo "Lectern beside the empty window: $(ratio "$(median "$work/l")" "$(median "$work/e")") without, $(ratio "$(median "$work/la")" "$(median "$work/ea")") with AOT caches (target 1.3)"
first=$(($(median "$work/with") - $(median "$work/without")))
echo "First call to Graph, sign-in included: $(median "$work/first-call") ms of processor time, fastest $(fastest "$work/first-call") ms (target: under 400 ms)"
echo "A command that checks an account, sign-in and six round trips: $first ms of processor time more than one without a call"
echo "At rest for $rest_seconds s the processor worked $(number "processor worked" < "$work/lectern-rest" | tail -1) ms, for the empty window $(number "processor worked" < "$work/empty-rest" | tail -1) ms (target 0)"
big=$(number resident < "$work/lectern-rest"); small=$(number resident < "$work/empty-rest")
echo "Memory after all screens: $((big / 1024)) MB, empty window $((small / 1024)) MB, $(ratio "$big" "$small") times (target 2.5)"
