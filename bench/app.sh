#!/usr/bin/env bash
# Measures the complete evaluation of a large Android app against tools that only read it, in one run.
#
#   bench/app.sh [APK]     default: that of the npm package appium-uiautomator2-server 10.6.6 (18 MB, 16 DEX files, 9,575 classes)
#
# Assay runs all test cases of the profile smartphone in a process of its own and remembers nothing. androguard makes its analysis of all
# code (AnalyzeAPK, what its own commands begin with), apktool decodes manifest, resources and code. Of the tools what is installed is
# run. For each: median seconds of three runs, one for the slow ones, and the peak of resident memory.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
. bench/clock.sh
work=$PWD/bench/target/app
package=appium-uiautomator2-server@10.6.6
mkdir -p "$work"
apk=${1:-$work/package/apks/appium-uiautomator2-server-v10.6.6.apk}
if [ ! -f "$apk" ]; then
  [ $# -eq 0 ] || { echo "there is no $apk" >&2 && exit 2; }
  command -v npm >/dev/null || { echo "the app is fetched by npm, which is not installed; name an APK instead" >&2 && exit 2; }
  (cd "$work" && npm pack --silent "$package" >/dev/null) || { echo "npm could not fetch $package" >&2 && exit 2; }
  tar xzf "$work"/appium-uiautomator2-server-*.tgz -C "$work"
fi
./assay --version >/dev/null

assay() { ./assay evaluate "$apk" --profile smartphone --cache off --out "$work/out" --quiet; }
# With the Python that androguard was installed for.
python=$(sed -n '1s/^#! *//p' "$(type -P androguard || echo /dev/null)")
androguard() { $python -c 'import sys; from androguard.misc import AnalyzeAPK; AnalyzeAPK(sys.argv[1])' "$apk"; }
apktool() { command apktool -q decode --force --output "$work/decoded" "$apk"; }
export -f assay androguard apktool
export apk work python

peak() { # COMMAND: MiB of the largest process
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f %M -o "$work/peak" bash -c "$1" >/dev/null 2>&1 || true
    awk 'END { printf "%d MiB", $1 / 1024 }' "$work/peak"
  else
    printf -- '-'
  fi
}
line() { # NAME RUNS COMMAND
  local took
  took=$(median "$2" "$3")
  [ "$3" != assay ] || own=$took
  printf '%-44s %8s s %8s× %10s\n' "$1" "$(awk "BEGIN { printf \"%.2f\", $took / 1000 }")" \
    "$(awk "BEGIN { printf \"%.1f\", $took / $own }")" "$(peak "$3")"
}

printf '%s: %s MB; load %s\n' "${apk##*/}" "$(du -m "$apk" | cut -f1)" "$(cut -d' ' -f1-3 /proc/loadavg)"
printf '%-44s %10s %9s %10s\n' "" "median" "to Assay" "peak"
line "assay evaluate" 3 assay
[ -z "$python" ] || line "androguard, AnalyzeAPK" 1 androguard
! type -P apktool >/dev/null || line "apktool decode" 1 apktool
rm -rf "$work/decoded"
printf 'test cases: %s, verdicts on those that apply: %s\n' \
  "$(grep -oE '"cases":[0-9]+' "$work/out/evaluation.json" | cut -d: -f2)" "$(awk 'END { print NR }' "$work/out/verdicts.jsonl")"
