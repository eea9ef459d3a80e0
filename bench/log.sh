#!/usr/bin/env bash
# Has Go's own library of transparency logs (Debian: golang-go, golang-golang-x-mod-dev) read a log that Assay wrote: the signed checkpoint,
# every tile, the proof that each entry is in it, and that it has grown out of an earlier one. Then a byte of a tile and one of the checkpoint are
# altered, each of which must be refused.
#
#   bench/log.sh [ENTRIES]      default: 600, which fill tiles of two levels
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/jdk25.sh
library=/usr/share/gocode/src/golang.org/x/mod
command -v go >/dev/null && [ -d "$library" ] || { echo "needed: apt-get install golang-go golang-golang-x-mod-dev" >&2; exit 2; }
work=$PWD/bench/target/log
origin=lab.example/evaluations
rm -rf "$work"
mkdir -p "$work"
./assay --version >/dev/null
./mvnw -q -B -Dfast -pl bench -am compile
"$JAVA_HOME/bin/java" -cp "bench/target/classes:$(printf '%s:' cli/target/dist/lib/*.jar)" dev.assay.bench.LogBench "$work" "$origin" "${1:-600}"
GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="$work/go" go build -o "$work/read" bench/log.go
read_log() { "$work/read" "$work/log" "$work/key.pub" "$origin" "$work/earlier"; }
read_log
altered() { # a byte of a file, which is put back
  cp "$1" "$work/whole"
  printf '\377' | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
  if read_log >/dev/null 2>&1; then echo "NOT refused: byte $2 of ${1#"$work"/} altered"; exit 1; fi
  echo "refused: byte $2 of ${1#"$work"/} altered"
  cp "$work/whole" "$1"
}
altered "$work/log/tile/0/000" 4000
altered "$work/log/tile/entries/001" 100
altered "$work/log/checkpoint" 30
