#!/usr/bin/env bash
# Measures how long a signed bundle takes to verify, and prints it with its ratio to sha256sum over the same bytes in the same run.
#
#   bench/verify.sh [VERDICTS]     default: 100000
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/jdk25.sh
. bench/clock.sh
verdicts=${1:-100000}
work=bench/target/verify-$verdicts
./assay --version >/dev/null
[ -d bench/target/classes ] || ./mvnw -q -B -Dfast -pl bench -am compile
if [ ! -d "$work/bundle" ]; then
  mkdir -p "$work"
  "$JAVA_HOME/bin/java" -cp "bench/target/classes:$(printf '%s:' cli/target/dist/lib/*.jar)" dev.assay.bench.VerifyBench "$work" "$verdicts"
fi
printf 'load %s on %s processors, %s verdicts in %s MB\n' "$(cut -d' ' -f1 /proc/loadavg)" "$(nproc)" "$verdicts" "$(du -sm "$work/bundle" | cut -f1)"
yard=$(median 5 sha256sum "$work"/bundle/*)
[ "$yard" -gt 0 ] || yard=1
row "sha256sum of the same bytes (the yardstick)" "$yard"
row "assay verify" "$(median 5 ./assay verify "$work/bundle" --keys "$work")"
row "the verifier alone, 64 MB of heap" \
  "$(median 5 "$JAVA_HOME/bin/java" -Xmx64m -cp "$(echo cli/target/dist/lib/assay-verify-*.jar)" dev.assay.verify.Main "$work/bundle" --keys "$work")"
