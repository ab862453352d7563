#!/usr/bin/env bash
# Installs the .deb that `mvn -Pinstaller package` left into an empty root, uses it there without any Java on the PATH, lets it take
# over an older store, and removes it again. Needs dpkg; no display, no network, and no rights but one's own.
# Usage: installer/test.sh [folder for the tour's pictures]
set -euo pipefail
cd "$(dirname "$0")/.."
limit_megabytes=75

deb=$(ls target/installer/packages/lectern_*.deb)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pictures=${1:-$work/tour}
root=$work/root

said() { printf 'installer test: %s\n' "$*"; }
failed() { said "FAILED: $*" >&2; exit 1; }

# The installed program with nothing around it: no Java, no other program, a home of its own.
installed() {
    env -i HOME="$work/home" PATH="$root/usr/bin" LANG=C.UTF-8 LECTERN_HOME="$work/data" ${options:+JAVA_TOOL_OPTIONS="$options"} lectern "$@"
}

# dpkg keeps its books inside the root; the package has no scripts, so nothing has to run in it.
as_dpkg() {
    dpkg --root="$root" --force-not-root --force-depends --force-bad-path --no-triggers --log="$work/dpkg.log" "$@" > "$work/dpkg.out" 2>&1 ||
        { cat "$work/dpkg.out" >&2; failed "dpkg $*"; }
}

(cd target/installer/packages && sha256sum --check --quiet SHA256SUMS) || failed "the sums do not fit the packages"
bytes=$(stat -c %s "$deb")
[ "$bytes" -le $((limit_megabytes * 1000000)) ] || failed "$deb has $bytes bytes, more than $limit_megabytes MB"
said "$(basename "$deb") has $((bytes / 1000)) kB, at most $limit_megabytes MB are allowed"

mkdir -p "$work/unpacked" "$work/home"
dpkg -x "$deb" "$work/unpacked"
for file in usr/bin/lectern usr/share/applications/lectern.desktop usr/share/icons/hicolor/48x48/apps/lectern.png usr/share/doc/lectern/copyright; do
    [ -s "$work/unpacked/$file" ] || failed "$file is missing"
done
root=$work/unpacked
[ -z "$(PATH="$root/usr/bin" command -v java || true)" ] || failed "there is a java on the PATH"

said "version, help and completion"
installed --version | tee "$work/version"
grep -q "^Lectern " "$work/version" || failed "--version says something else"
version=$(sed -n 's/^Lectern \([^,]*\),.*/\1/p' "$work/version")
grep -q "_${version%-SNAPSHOT}" <<< "$deb" || failed "the program is $version, the package is not"
installed completion | cmp -s - "$root/usr/share/bash-completion/completions/lectern" || failed "the installed completion is not the program's own"

said "the AOT cache fits where it was unpacked"
# with AOTMode=on Java does not start at all when the cache cannot be used
options=-XX:AOTMode=on installed --version > /dev/null 2> "$work/aot" || { cat "$work/aot" >&2; failed "the AOT cache is refused"; }

said "doctor"
installed doctor > "$work/doctor" || { cat "$work/doctor" >&2; failed "doctor found something wrong"; }
grep -q "Northfield" "$work/doctor" || failed "doctor did not sign in to the demo tenant"

said "one download"
installed sync --all > "$work/sync" || { cat "$work/sync" >&2; failed "the demo tenant could not be synced"; }
installed --json recordings list --kind VIDEO > "$work/list"
id=$(tr -d '\n' < "$work/list" | sed -n 's/[^[]*\[ *{[^}]*"id" *: *"\{0,1\}\([0-9]*\).*/\1/p')
[ -n "$id" ] || { head -c 600 "$work/list" >&2; failed "the demo tenant's recordings are not listed"; }
installed --yes recordings download --to "$work/downloads" --id "$id" > "$work/download" || { cat "$work/download" >&2; failed "no recording came"; }
find "$work/downloads" -type f -size +0 | grep -q . || failed "the download left no file"

said "the tour"
rm -rf "$pictures"
installed tour --to "$pictures" > /dev/null
count=$(find "$pictures" -name '*.png' | wc -l)
said "$count pictures"
[ "$count" -ge 20 ] || failed "only $count pictures"

said "upgrade over an older store"
older=$work/older
mkdir "$older"
cp -r target/lectern "$older/lectern"
java=$("$older/lectern/bin/find-java")
(
    cd "$older" && mkdir classes && cd classes
    "$(dirname "$java")/jar" --extract --file ../lectern/lib/lectern.jar
    # a Lectern that does not know the newest steps, none of which making an integration needs
    find app \( -name 'V07[4-9]__*.sql' -o -name 'V08*__*.sql' \) -delete
    "$(dirname "$java")/jar" --create --file ../lectern/lib/lectern.jar --manifest META-INF/MANIFEST.MF .
)
rm -rf "$work/data"
LECTERN_HOME=$work/data "$older/lectern/bin/lectern" demo get '/users?$top=1' > /dev/null 2> "$work/old" || { cat "$work/old" >&2; failed "the older program could not make its store"; }
ls "$work/data/backups" 2> /dev/null | grep -q . && failed "there is a backup before anything was upgraded"
installed integrations list > "$work/list" || failed "the older store was not taken over"
grep -q Northfield "$work/list" || failed "the older store's integration is gone"
ls "$work/data/backups" | grep -q . || failed "no backup was made before the upgrade"

said "installation and removal by dpkg"
root=$work/dpkg
mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info" "$root/usr/bin"
touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available"
as_dpkg --install "$deb"
installed --version > /dev/null || failed "the installed program does not start"
as_dpkg --install "$deb"
as_dpkg --purge lectern
left=$(find "$root" -path "$root/var/lib/dpkg" -prune -o \( -type f -o -type l \) -print)
[ -z "$left" ] || failed "removal left $left"
[ -s "$work/data/lectern.mv.db" ] || failed "removal took the person's data"
said "all passed"
