#!/usr/bin/env bash
# Holds the risk that Assay gives packages before any test against the security fixes that they received later.
#
#   bench/backtest.sh                            Debian 11, then Debian 12, 13 and Ubuntu 24.04 as confirmations, as docs/risk-backtest.md has them
#   bench/backtest.sh bullseye deb11u [N]        at most N source packages with and N without an update (default 1000) of one release;
#                                                an update's line in a changelog has deb11u
#   bench/backtest.sh ubuntu/noble noble-security
#
# A release goes on changing: with SNAPSHOT=20261101T000000Z its archive is taken as it was then (snapshot.debian.org). Below
# bench/target/backtest stand the packages that were examined with versions and digests (packages.tsv), the sources by risk (ranking.tsv),
# the result (result.txt), and the packages themselves, which are fetched once.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/suite.sh
work=$PWD/bench/target/backtest
. tools/jdk25.sh
run() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$(printf '%s:' ./*/target/classes)$(cat bench/target/bench.classpath)" "dev.assay.bench.backtest.$@"
}
if [ $# = 0 ]; then
  source_of ubuntu/noble amd64 >/dev/null # its keyring is missed at once, not after hours
  "$0" bullseye deb11u
  "$0" bookworm deb12u
  "$0" trixie deb13u
  "$0" ubuntu/noble noble-security
  printf '\nDebian 12, 13 and Ubuntu 24.04 together\n'
  run Compared "$work"/{bookworm,trixie,ubuntu/noble}/ranking.tsv | tee "$work/result.txt"
  exit
fi
suite=$1 update=$2 number=${3:-1000}
work=$work/$suite
case $suite in
ubuntu/*) security=$(source_of "$suite-security" amd64) ;;
*) security="deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(archive_of debian-security) $suite-security main" ;;
esac
apt_of "$work" "$suite" amd64 "$security"
rm -f "$work"/1-main "$work"/2-security
for list in "$work"/lists/*_Packages*; do
  case $list in
    *-security_*) /usr/lib/apt/apt-helper cat-file "$list" >>"$work/2-security" ;;
    *) /usr/lib/apt/apt-helper cat-file "$list" >>"$work/1-main" ;;
  esac
done
./mvnw -q -B -Dfast -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -DincludeScope=runtime
echo "$suite${SNAPSHOT:+ as of $SNAPSHOT}"
run DrawSample "$update" "$number" "$work/1-main" "$work/2-security" >"$work/sample.tsv"
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
# Fixed is what says so itself: an entry of its changelog for a version made for the release (Ubuntu: for its security suite) that names a
# CVE.
is_fixed() {
  dpkg-deb --fsys-tarfile "$1" | tar xO --wildcards './usr/share/doc/*/changelog*.gz' 2>/dev/null | zcat 2>/dev/null |
    awk -v update="$update" '/^[a-z0-9]/ { own = index($0, update) } own && /CVE-[0-9]/ { found = 1 } END { exit !found }' || return 0
  name=${1##*/}
  echo "${name%%_*}"
}
export -f is_fixed
export update
printf '%s\0' "$work"/examined/*.deb | xargs -0 -n 1 -P "$(nproc)" bash -c 'is_fixed "$0"' | sort >"$work/fixed.txt"
run RiskBacktest "$work/sample.tsv" "$work/fixed.txt" "$work/examined" "$work/ranking.tsv"
run Compared "$work/ranking.tsv" | tee "$work/result.txt"
