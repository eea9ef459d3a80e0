#!/usr/bin/env bash
# Holds Assay's decoder of x86 instructions against GNU objdump, which is not part of Assay: instructions of real programs, how many are
# decoded, and of these how many have the same length and, spelled alike, the same text.
#
#   bench/instructions.sh [FILE...]     default: programs and libraries of this host, and objects of 32 bits where gcc makes them
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. tools/jdk25.sh
if ! command -v objdump >/dev/null; then
  echo "skipped: objdump (binutils) is not installed"
  exit 0
fi
work=bench/target/instructions
mkdir -p "$work"
[ -n "${CLASS_PATH:-}" ] || {
  ./assay --version >/dev/null
  ./mvnw -q -B -Dfast -pl bench -am compile
  CLASS_PATH="bench/target/classes:$(printf '%s:' cli/target/dist/lib/*.jar)"
}
if [ $# -eq 0 ]; then
  lib=/usr/lib/$(uname -m)-linux-gnu
  set --
  for file in /usr/bin/{bash,gdb,git,openssl,objdump,perl,python3.*,ssh,tar} \
    "$lib"/{libc.so.6,libm.so.6,libcrypto.so.*,libssl.so.*,libgmp.so.10,libstdc++.so.6,libx265.so.*,libgcrypt.so.20,libopenblas.so.0}; do
    [ ! -f "$file" ] || set -- "$@" "$file"
  done
  printf 'int f(int a, double b, long long c) { return a < 9 ? a * 5 : (int) (b / a) + c / (a | 1); }\n' >"$work/f.c"
  for option in -O0 -O2 "-O3 -msse2 -mfpmath=sse" "-O2 -mavx2"; do
    object="$work/f${option// /}.o"
    # shellcheck disable=SC2086
    if gcc -m32 $option -c -o "$object" "$work/f.c" 2>/dev/null; then set -- "$@" "$object"; fi
  done
fi
total=0
for file in "$@"; do
  bits=64
  case "$(objdump -f "$file" 2>/dev/null)" in
    *i386:x86-64*) ;;
    *i386*) bits=32 ;;
    *) continue ;;
  esac
  objdump -d -w -M intel "$file" 2>/dev/null |
    "$JAVA_HOME/bin/java" -cp "$CLASS_PATH" dev.assay.bench.instructions.InstructionBench $bits "$(basename "$file")"
  total=$((total + 1))
done
echo "$total files, held against $(objdump --version | head -n 1)"
