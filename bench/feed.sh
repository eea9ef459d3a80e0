#!/usr/bin/env bash
# Measures the import of an NVD of full size and the matching of 10,000 components against it. The data is made up
# (SyntheticNvd), so the times can be compared from one machine and version to the next.
#
#   bench/feed.sh [RECORDS]
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/jdk25.sh
work=bench/target
mkdir -p "$work"
records=${1:-350000}
[ -d bench/target/classes ] || ./mvnw -q -B -Dfast -pl bench -am compile
./assay --version >/dev/null
DIST=$(readlink -f cli/target/dist)
. tools/java-flags.sh
# As the launcher starts it; a cache is only used where the class path begins with its own.
read -ra flags <<<"${JAVA_FLAGS//$'\n'/ }"
java=("$JAVA_HOME/bin/java" -XX:AOTCache="$DIST/products.aot" "${flags[@]}" -cp "$CLASS_PATH:bench/target/classes")
timed() { if [ -x /usr/bin/time ]; then /usr/bin/time -f '%e s, %M KB' "$@"; else time "$@"; fi; }
if [ ! -d "$work/nvd-$records" ]; then
  "${java[@]}" dev.assay.bench.SyntheticNvd "$work/nvd-$records" "$records"
fi
echo "import of $records records, $(du -sm "$work/nvd-$records" | cut -f1) MB packed, $(zcat "$work/nvd-$records"/*.gz | wc -c | awk '{printf "%.0f", $1/1e6}') MB of JSON"
timed "${java[@]}" dev.assay.cli.Main feed import "$work/nvd-$records" --out "$work/nvd.feed"
timed "${java[@]}" dev.assay.bench.MatchBench "$work/nvd.feed" 10000
