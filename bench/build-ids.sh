#!/usr/bin/env bash
# Adds rows to the table of builds that are known by their build id (inspect/…/identity/build-ids.tsv), from packages of Debian or Ubuntu
# whose content does not tell their version.
#
#   bench/build-ids.sh "SUITE…" "ARCHITECTURE…"             of the products that have rows already
#   bench/build-ids.sh "SUITE…" "ARCHITECTURE…" SOURCE…     e.g. bench/build-ids.sh "bookworm trixie" arm64 libogg libunwind; sources as in
#                                                           bench/identity-sources.tsv
#
# A source whose content tells its version gets none, and neither does one with more than MOST files (40) of one architecture. The table is
# sorted, and an id that builds of two versions share is left out. Packages are kept below bench/target.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
. tools/jdk25.sh
export LC_ALL=C
suites=$1 architectures=$2
shift 2
table=inspect/src/main/resources/dev/assay/inspect/identity/build-ids.tsv
work=$PWD/bench/target/build-ids
mkdir -p "$work"
if [ $# -gt 0 ]; then
  printf '%s\n' "$@"
else
  awk -F'\t' 'FNR == NR { if (!/^#/) known[$2] = 1; next } !/^#/ && $2 in known { print $1 }' "$table" bench/identity-sources.tsv
fi >"$work/sources"
for suite in $suites; do
  for architecture in $architectures; do
    place=$work/${suite//\//-}-$architecture
    apt_of "$place" "$suite" "$architecture"
    packages_of "$place" "$work/sources" >"$place/wanted"
    fetch "$place/debs" <"$place/wanted"
    while read -r package; do
      for deb in "$place/debs/${package}"_*.deb; do [ ! -e "$deb" ] || control_fields "$deb"; done
    done <"$place/wanted"
  done
done >"$work/packages"
./mvnw -q -o -B -Dfast -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -DincludeScope=runtime
classes=$(printf '%s:' ./*/target/classes)
case $suites in ubuntu/*) distribution=Ubuntu ;; *) distribution=Debian ;; esac
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "bench/without-build-ids:$classes$(cat bench/target/bench.classpath)" dev.assay.bench.identity.BuildIdRows \
  bench/identity-sources.tsv bench/identity-conventions.tsv "$work/packages" "$distribution" "${MOST:-40}" >"$work/rows"
{
  grep '^#' "$table"
  # Of a build that several packages have, the first row; none of an id with two meanings.
  { grep -v '^#' "$table" || true; cat "$work/rows"; } | sort -u | awk -F'\t' '
    { meaning = $2 FS $3 FS $4 FS $5 FS $6 }
    $1 in first { if (meanings[$1] != meaning) doubtful[$1] = 1; next }
    { first[$1] = $0; meanings[$1] = meaning }
    END { for (id in first) if (!(id in doubtful)) print first[id] }' | sort -t $'\t' -k2,2 -k3,3 -k7,7 -k1,1
} >"$work/table"
mv "$work/table" "$table"
echo "$(wc -l <"$work/rows") rows of $(cut -f2 "$work/rows" | sort -u | wc -l) products; $(grep -vc '^#' "$table") in the table" >&2
