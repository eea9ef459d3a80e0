#!/bin/sh
# Trains the AOT cache on a product of all controls and this JDK's own programs, so that the first seconds of a run are not spent on
# loading classes and finding out what to compile. Without a cache Assay works all the same, only slower to start.
set -eu
here=$(dirname "$(readlink -f "$0")")/..
. "$here/tools/jdk25.sh"
DIST=$here/cli/target/dist
DIST=$(readlink -f "$DIST")
. "$here/tools/java-flags.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f "$DIST/assay.aot"
# The JVM writes a cache however the run ends, so only one from a run that evaluated something (0 or 1) is kept.
status=0
# shellcheck disable=SC2086
"$JAVA_HOME/bin/java" $JAVA_FLAGS -cp "$CLASS_PATH" "$MAIN" catalogue controls "$work/controls.tar" \
  >/dev/null 2>"$work/log" || status=2
if [ "$status" = 0 ]; then
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$DIST/assay.aot" $JAVA_FLAGS -cp "$CLASS_PATH" "$MAIN" \
    evaluate "$work/controls.tar" "$JAVA_HOME/bin" "$JAVA_HOME/conf" "$DIST/lib" --profile linux-device --cache off --out "$work/out" \
    >/dev/null 2>"$work/log" || status=$?
fi
[ "$status" -le 1 ] || rm -f "$DIST/assay.aot"
if [ ! -f "$DIST/assay.aot" ]; then
  echo "warning: no AOT cache was made; Assay starts slower without it" >&2
  tail -n 5 "$work/log" >&2
fi
