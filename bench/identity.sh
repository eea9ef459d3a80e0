#!/usr/bin/env bash
# Measures how well products are recognised by their content, on Debian packages whose control files are the truth.
#
#   bench/identity.sh SUITE ARCHITECTURE                 all packages of the sources in bench/identity-sources.tsv, about 900 MB
#   bench/identity.sh SUITE ARCHITECTURE PACKAGE…        e.g. bench/identity.sh bullseye armhf busybox dropbear-bin libssl1.1
#   bench/identity.sh SUITE ARCHITECTURE @FILE           one binary package a line
#   bench/identity.sh ubuntu/jammy amd64                 of a release of Ubuntu
#   bench/identity.sh --debs FOLDER                      packages that are there already
#
# Prints one line a product: packages that should show it, those that do with the right version, with that version written as its makers do
# (bench/identity-conventions.tsv), without a version, with a wrong one, not at all, and finds in packages of other sources, first those of
# which the package's copyright file tells; then recall and precision. The signatures were drawn from bookworm amd64 and trixie arm64;
# report on others. Packages are kept below bench/target.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh

# sampled WORK: names of the packages of one architecture, up to 20 MB, whose source is in the table; none for development or documents.
sampled() {
  /usr/lib/apt/apt-helper cat-file "$1"/lists/*_Packages* | awk -F': ' '
    FNR == NR { if ($0 !~ /^#/) { split($0, cell, "\t"); wanted[cell[1]] = 1 } next }
    $1 == "Package" { name = $2; source = $2 }
    $1 == "Source" { split($2, word, " "); source = word[1] }
    $1 == "Architecture" { architecture = $2 }
    $1 == "Size" { size = $2 }
    /^$/ {
      if (source in wanted && architecture != "all" && size < 20000000 && name !~ /-(dev|doc|dbg|dbgsym)$/) print name
      source = ""
    }' bench/identity-sources.tsv -
}

# absent FOLDER: of the package names read, those of which the folder has no file.
absent() {
  while read -r package; do
    compgen -G "$1/${package}_*" >/dev/null || echo "$package"
  done
}

if [ "$1" = --debs ]; then
  debs=$(readlink -f "$2")
else
  suite=$1 architecture=$2
  shift 2
  work=$PWD/bench/target/identity/$suite-$architecture
  debs=$work/debs
  apt_of "$work" "$suite" "$architecture"
  [ $# -gt 0 ] || {
    sampled "$work" >"$work/sample"
    set -- "@$work/sample"
  }
  for package in "$@"; do
    case $package in @*) cat "${package#@}" ;; *) echo "$package" ;; esac
  done >"$work/wanted"
  # Many at once, since apt reads its lists anew each time, and several apts, since servers answer slowly; what a batch with an unknown
  # name leaves, one by one.
  absent "$debs" <"$work/wanted" | (cd "$debs" && xargs -r -n 50 -P 6 apt-get download -qq 2>/dev/null) || true
  absent "$debs" <"$work/wanted" | (cd "$debs" && while read -r package; do
    apt-get download -qq "$package" 2>/dev/null || echo "no package $package" >&2
  done)
fi
truth=$(mktemp)
trap 'rm -f "$truth"' EXIT
for deb in "$debs"/*.deb; do
  dpkg-deb -W --showformat='${Package}\t${source:Package}\t${source:Version}\t' "$deb" && printf '%s\n' "$deb"
done >"$truth"
. tools/jdk25.sh
./mvnw -q -o -B -Dfast -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -DincludeScope=runtime
classes=$(printf '%s:' ./*/target/classes)
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$classes$(cat bench/target/bench.classpath)" dev.assay.bench.identity.IdentityBench bench/identity-sources.tsv \
  bench/identity-conventions.tsv "$truth"
