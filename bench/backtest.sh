#!/usr/bin/env bash
# Holds the risk that Assay gives packages before any test against the security fixes that they received later.
#
#   bench/backtest.sh                      Debian 11, then 12 and 13 as confirmations, as docs/risk-backtest.md has them
#   bench/backtest.sh bullseye 11 [N]      at most N source packages with and N without an update (default 1000) of one release
#
# A release goes on changing: with SNAPSHOT=20261101T000000Z its archive is taken as it was then (snapshot.debian.org). Below
# bench/target/backtest stand the packages that were examined with versions and digests (packages.tsv), the sources by risk (ranking.tsv),
# the result (result.txt), and the packages themselves, which are fetched once.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
if [ $# = 0 ]; then
  "$0" bullseye 11
  "$0" bookworm 12
  exec "$0" trixie 13
fi
suite=$1 release=$2 number=${3:-1000}
work=$PWD/bench/target/backtest/$suite
apt_of "$work" "$suite" amd64 \
  "deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(archive_of debian-security) $suite-security main"
rm -f "$work"/1-main "$work"/2-security
for list in "$work"/lists/*_Packages*; do
  case $list in
    *-security_*) /usr/lib/apt/apt-helper cat-file "$list" >"$work/2-security" ;;
    *) /usr/lib/apt/apt-helper cat-file "$list" >"$work/1-main" ;;
  esac
done
. tools/jdk25.sh
./mvnw -q -B -Dfast -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -DincludeScope=runtime
classes=$(printf '%s:' ./*/target/classes)$(cat bench/target/bench.classpath)
run() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$classes" "dev.assay.bench.backtest.$@"
}
echo "$suite${SNAPSHOT:+ as of $SNAPSHOT}"
run DrawSample "deb${release}u" "$number" "$work/1-main" "$work/2-security" >"$work/sample.tsv"
binaries() { cut -f1 "$work/sample.tsv" | tr ' ' '\n'; }
binaries | fetch "$work/debs"
# Packages of an earlier sample stay in debs; only those drawn now are examined.
rm -rf "$work/examined"
mkdir "$work/examined"
binaries | while read -r package; do
  for deb in "$work/debs/${package}"_*.deb; do
    [ ! -e "$deb" ] || ln -f "$deb" "$work/examined/"
  done
done
(cd "$work/examined" && for deb in *.deb; do
  printf '%s\t%s\n' "$(dpkg-deb -W --showformat='${Package}\t${Version}' "$deb")" "$(sha256sum "$deb" | cut -d' ' -f1)"
done) >"$work/packages.tsv"
echo "$(wc -l <"$work/packages.tsv") of the $(binaries | wc -l) binary packages of $(wc -l <"$work/sample.tsv") source packages are there"
# Fixed is what says so itself: an entry of its changelog for a version made for the release that names a CVE.
is_fixed() {
  dpkg-deb --fsys-tarfile "$1" | tar xO --wildcards './usr/share/doc/*/changelog*.gz' 2>/dev/null | zcat 2>/dev/null |
    awk -v update="deb${release}u" '/^[a-z0-9]/ { own = index($2, update) } own && /CVE-[0-9]/ { found = 1 } END { exit !found }' || return 0
  name=${1##*/}
  echo "${name%%_*}"
}
export -f is_fixed
export release
printf '%s\0' "$work"/examined/*.deb | xargs -0 -n 1 -P "$(nproc)" bash -c 'is_fixed "$0"' | sort >"$work/fixed.txt"
run RiskBacktest "$work/sample.tsv" "$work/fixed.txt" "$work/examined" "$work/ranking.tsv" | tee "$work/result.txt"
