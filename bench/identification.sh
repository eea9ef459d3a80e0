#!/usr/bin/env bash
# Measures what recognising products adds to the pass over the contents of a root file system: the same pass with and without it, in
# turn, each in a process of its own. Seconds of processor, the least of five runs: on two cores they say more than those of the clock.
#
#   bench/identification.sh [ROOT]     default: what bench/run.sh made
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/jdk25.sh
root=${1:-bench/target/root}
[ -d "$root" ] || { echo "no folder $root: run bench/run.sh first, or name one" >&2; exit 2; }
./assay --version >/dev/null
./mvnw -q -B -Dfast -pl bench -am compile
DIST=$PWD/cli/target/dist
. tools/java-flags.sh
pass() { "$JAVA_HOME/bin/java" $JAVA_FLAGS -XX:AOTCache="$DIST/products.aot" -cp "$CLASS_PATH:bench/target/classes" dev.assay.bench.IdentificationBench "$1" "$root"; }
for _ in 1 2 3 4 5; do
  pass without >>"${without:=$(mktemp)}"
  pass with >>"${with:=$(mktemp)}"
done
awk -v a="$(sort -n "$without" | head -n 1)" -v b="$(sort -n "$with" | head -n 1)" \
  'BEGIN { printf "pass without recognising products %.2f s, with it %.2f s of processor: %.0f %% more\n", a, b, 100 * (b - a) / a }'
rm -f "$without" "$with"
