#!/bin/sh
# Trains two AOT caches, so that the first seconds of a run are not spent on loading classes and finding out what to compile: one for
# commands that read products, on a product of all controls and this JDK's own programs, held against a small feed, and on an app; one for
# those that read bundles and need few of the other's classes, on what came of it. Without a cache Assay works all the same, only slower
# to start.
set -eu
here=$(dirname "$(readlink -f "$0")")/..
. "$here/tools/jdk25.sh"
DIST=$here/cli/target/dist
DIST=$(readlink -f "$DIST")
. "$here/tools/java-flags.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -f "$DIST/products.aot" "$DIST/bundles.aot"

# What was compiled in training is compiled in a run almost at once, so it takes more there for that than in a run.
TRAINING_FLAGS="-XX:Tier3InvocationThreshold=6000 -XX:Tier3MinInvocationThreshold=3000 -XX:Tier3CompileThreshold=60000
 -XX:Tier3BackEdgeThreshold=600000"

# The JVM writes a cache however the run ends, so only one from a run that decided something (0 or 1) is kept.
train() {
  cache=$DIST/$1
  shift
  status=0
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $JAVA_FLAGS $TRAINING_FLAGS -XX:AOTCacheOutput="$cache" -cp "$CLASS_PATH" "$@" >/dev/null 2>"$work/log" || status=$?
  [ "$status" -le 1 ] || rm -f "$cache"
  if [ ! -f "$cache" ]; then
    echo "warning: ${cache##*/} was not made; Assay starts slower without it" >&2
    grep -v "^Picked up JAVA_TOOL_OPTIONS" "$work/log" | tail -n 5 >&2
  fi
}

# A failure shows in the training that needs it, and costs its cache only.
# shellcheck disable=SC2086
"$JAVA_HOME/bin/java" $JAVA_FLAGS -cp "$CLASS_PATH" "$MAIN" catalogue controls "$work/controls.tar" >/dev/null || true
# shellcheck disable=SC2086
"$JAVA_HOME/bin/java" $JAVA_FLAGS -cp "$CLASS_PATH" "$MAIN" feed import "$here/feed/known-flaws" --out "$work/known.feed" >/dev/null 2>&1 || true
train products.aot dev.assay.cli.build.ProductRehearsal "$work" "$work/known.feed" "$work/controls.tar" \
  "$JAVA_HOME/bin" "$JAVA_HOME/conf" "$DIST/lib"
mkdir "$work/keys"
train bundles.aot dev.assay.cli.build.BundleRehearsal "$work/linux" "$work/keys"
