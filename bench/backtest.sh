#!/usr/bin/env bash
# Holds the risk that Assay gives packages before any test against the security fixes that they received later.
#
#   bench/backtest.sh bullseye 11 [N]      N source packages with and N without an update (default 250); bookworm 12
#
# docs/risk-backtest.md says how and what came out. Packages are kept below bench/target.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
suite=$1 release=$2 number=${3:-250}
work=$PWD/bench/target/backtest/$suite
apt_of "$work" "$suite" amd64 \
  "deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian-security $suite-security main"
for list in "$work"/lists/*_Packages*; do
  case $list in
    *-security_*) /usr/lib/apt/apt-helper cat-file "$list" >"$work/2-security" ;;
    *) /usr/lib/apt/apt-helper cat-file "$list" >"$work/1-main" ;;
  esac
done
. tools/jdk25.sh
./mvnw -q -o -B -Dfast -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -DincludeScope=runtime
classes=$(printf '%s:' ./*/target/classes)$(cat bench/target/bench.classpath)
run() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$classes" "dev.assay.bench.backtest.$@"
}
run DrawSample "deb${release}u" "$number" "$work/1-main" "$work/2-security" >"$work/sample.tsv"
(cd "$work/debs" && cut -f1 ../sample.tsv | while read -r package; do
  ls "${package}"_* >/dev/null 2>&1 || apt-get download -qq "$package" 2>/dev/null || echo "no package $package" >&2
done)
# Fixed is what says so itself: an entry of its changelog for a version made for the release that names a CVE.
for deb in "$work"/debs/*.deb; do
  if dpkg-deb --fsys-tarfile "$deb" | tar xO --wildcards './usr/share/doc/*/changelog*.gz' 2>/dev/null | zcat 2>/dev/null |
    awk -v update="deb${release}u" '/^[a-z0-9]/ { own = index($2, update) } own && /CVE-[0-9]/ { found = 1 } END { exit !found }'; then
    name=${deb##*/}
    echo "${name%%_*}"
  fi
done >"$work/fixed.txt"
run RiskBacktest "$work/sample.tsv" "$work/fixed.txt" "$work/debs"
