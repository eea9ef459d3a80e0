# How long commands take on the wall. To be sourced: the benchmarks share one clock.

# Milliseconds of a command and its exit status.
millis() {
  local start end status=0
  start=$(date +%s%N)
  "$@" >/dev/null 2>&1 || status=$?
  end=$(date +%s%N)
  echo "$(((end - start) / 1000000)) $status"
}

# Median milliseconds of some runs of a command, an odd number of them, after one to warm the page cache.
median() {
  local runs=$1
  shift
  "$@" >/dev/null 2>&1 || true
  for _ in $(seq "$runs"); do millis "$@"; done | cut -d' ' -f1 | sort -n | sed -n "$(((runs + 1) / 2))p"
}

# A line of a table: what, its milliseconds, and its ratio to those of the yardstick.
row() {
  printf '%-44s %8s s %7s\n' "$1" "$(awk "BEGIN{printf \"%.2f\", $2/1000}")" "$(awk "BEGIN{printf \"%.2f×\", $2/$yard}")"
}
