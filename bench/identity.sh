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
# report on others. Packages are kept below bench/target. Build ids that Assay knows count only with BUILD_IDS=yes: their rows were
# drawn from the very packages that would be measured.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh

if [ "$1" = --debs ]; then
  debs=$(readlink -f "$2")
else
  suite=$1 architecture=$2
  shift 2
  work=$PWD/bench/target/identity/$suite-$architecture
  debs=$work/debs
  apt_of "$work" "$suite" "$architecture"
  [ $# -gt 0 ] || {
    packages_of "$work" bench/identity-sources.tsv >"$work/sample"
    set -- "@$work/sample"
  }
  for package in "$@"; do
    case $package in @*) cat "${package#@}" ;; *) echo "$package" ;; esac
  done >"$work/wanted"
  fetch "$debs" <"$work/wanted"
fi
truth=$(mktemp)
trap 'rm -f "$truth"' EXIT
control_fields "$debs"/*.deb >"$truth"
. tools/jdk25.sh
./mvnw -q -o -B -Dfast -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -DincludeScope=runtime
classes=$(printf '%s:' ./*/target/classes)
[ "${BUILD_IDS:-}" = yes ] || classes=bench/without-build-ids:$classes
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$classes$(cat bench/target/bench.classpath)" dev.assay.bench.identity.IdentityBench bench/identity-sources.tsv \
  bench/identity-conventions.tsv "$truth"
