#!/usr/bin/env bash
# Holds the risk that Assay gives packages before any test against the security fixes that they received later.
#
#   bench/backtest.sh bullseye 11 [N]      N source packages with and N without an update (default 250); bookworm 12
#
# docs/risk-backtest.md says how and what came out. Packages are kept below bench/target.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$(readlink -f "$0")")/.."
suite=$1 release=$2 number=${3:-250}
work=$PWD/bench/target/backtest/$suite
mkdir -p "$work/debs" "$work/lists/partial" "$work/cache/archives/partial"
: >"$work/status"
key=/usr/share/keyrings/debian-archive-keyring.gpg
{
  echo "deb [arch=amd64 signed-by=$key] http://deb.debian.org/debian $suite main"
  echo "deb [arch=amd64 signed-by=$key] http://deb.debian.org/debian-security $suite-security main"
} >"$work/sources.list"
cat >"$work/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
Acquire::Languages "none";
CONF
export APT_CONFIG=$work/apt.conf
apt-get update -qq
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
