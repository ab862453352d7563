#!/bin/bash
# Downloads the same files from the same loopback origin with Lectern's engine, aria2c and rclone, taking turns, at equal numbers
# of connections. Lectern works out quickXorHash and SHA-256 on the way; the others compute no hash.
# Usage, after `mvn package`: src/bench/downloads.sh [runs]     (installs aria2 and rclone where they are missing and it may)
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-3}
command -v aria2c > /dev/null && command -v rclone > /dev/null || apt-get install -y -qq aria2 rclone > /dev/null
java=$(target/lectern/bin/find-java)
work=$(mktemp -d "${BENCH_TMP:-/tmp}/lectern-downloads.XXXX")
origin=
trap 'kill $origin 2> /dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/served" "$work/classes" "$work/here"
"$(dirname "$java")/javac" -d "$work/classes" -cp "target/lectern/lib/*" src/bench/java/app/lectern/bench/{Origin,Fetch}.java
classpath="$work/classes:target/lectern/lib/*"

serve() {   # bytes per second and connection, latency in ms
    [ -z "$origin" ] || kill "$origin"
    rm -f "$work/port"
    "$java" -XX:+UseSerialGC -cp "$work/classes" app.lectern.bench.Origin "$work/served" "$1" "$2" > "$work/port" &
    origin=$!
    while [ ! -s "$work/port" ]; do sleep 0.1; done
    base=http://127.0.0.1:$(cat "$work/port")
}
fresh() { rm -rf "$work/here"; mkdir "$work/here"; }
timed() { local from to; from=$(date +%s.%N); "$@" > "$work/log" 2>&1; to=$(date +%s.%N); echo "$to - $from" | bc; }
middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

lectern() {  # files at once, per file, in all, size, names
    local files=$1 per=$2 all=$3 size=$4; shift 4
    fresh
    "$java" -XX:+UseSerialGC -Xmx512m -cp "$classpath" app.lectern.bench.Fetch "$work/here" "$files" "$per" "$all" "$size" "${@/#/$base/}" | tee -a "$work/memory" | cut -d' ' -f1
}
aria() {     # at once, per file, names
    local at=$1 per=$2; shift 2
    fresh
    timed aria2c -q -d "$work/here" -j "$at" -x "$per" -s "$per" -k 1M --file-allocation=none -Z "${@/#/$base/}"
}
clone() {    # transfers, streams, names
    local at=$1 per=$2; shift 2
    fresh
    printf '%s\n' "$@" > "$work/names"
    timed rclone copy --http-url "$base" --http-no-head --files-from-raw "$work/names" --no-traverse --transfers "$at" --multi-thread-streams "$per" \
        --multi-thread-cutoff 8M :http: "$work/here"
}
compare() {  # label, then the three calls as strings
    local label=$1 l a r
    : > "$work/l"; : > "$work/a"; : > "$work/r"
    for _ in $(seq "$runs"); do
        eval "$2" >> "$work/l"; eval "$3" >> "$work/a"; eval "$4" >> "$work/r" || echo 999 >> "$work/r"
    done
    l=$(middle < "$work/l"); a=$(middle < "$work/a"); r=$(middle < "$work/r")
    printf '| %s | %s s | %s s | %s s |\n' "$label" "$l" "$a" "$r"
}

echo '| what | Lectern | aria2c | rclone |'
echo '| --- | --- | --- | --- |'
head -c 268435456 /dev/urandom > "$work/served/big"
serve 8388608 50
for n in 4 8 16; do
    compare "256 MiB, $n connections at 8 MiB/s, 50 ms" "lectern 1 $n $n 268435456 big" "aria 1 $n big" "clone 1 $n big"
done
names=()
for i in $(seq 40); do head -c 16777216 /dev/urandom > "$work/served/file$i"; names+=("file$i"); done
for n in 16 64; do
    compare "40 × 16 MiB, $n connections in all" "lectern $n $n $n 16777216 \${names[@]}" "aria $((n / 4)) 4 \${names[@]}" "clone $((n / 4)) 4 \${names[@]}"
    compare "40 × 16 MiB, $n connections, one a file for the others" "lectern $n $n $n 16777216 \${names[@]}" "aria $n 1 \${names[@]}" "clone $n 1 \${names[@]}"
done
rm "$work/served"/file*
head -c 1073741824 /dev/urandom > "$work/served/big"
serve 0 0
: > "$work/memory"
for n in 4 8 16; do
    compare "1 GiB uncapped, $n connections" "lectern 1 $n $n 1073741824 big" "aria 1 $n big" "clone 1 $n big"
done
awk '{ over = $3 - $2; if (over > most) most = over } END { printf "\nMost memory above idle while fetching 1 GiB: %.1f MiB\n", most / 1024 }' "$work/memory"
