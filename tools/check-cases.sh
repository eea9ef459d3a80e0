#!/bin/sh
# Compiles what the catalogue needs and checks case files: their syntax, their expressions, and both controls of every case
# through the whole inspection.
#
#   tools/check-cases.sh              all files
#   tools/check-cases.sh ssh-server   only cases/ssh-server.yaml (several names may be given)
set -eu
here=$(dirname "$(readlink -f "$0")")/..
cd "$here"
. tools/jdk25.sh
list=$here/target/check-cases.classpath
if [ ! -s "$list" ] || [ -n "$(find pom.xml ./*/pom.xml -newer "$list" -print -quit)" ]; then
  mkdir -p "$here/target"
  ./mvnw -q -B -o -Dfast -pl assess,inspect -am compile dependency:build-classpath -DincludeScope=compile \
    -Dmdep.outputFile=target/compile.classpath
  awk 1 ./*/target/compile.classpath | tr ':' '\n' | grep '\.jar$' | sort -u | tr '\n' ':' >"$list"
fi
out=$here/target/check-cases
sources="model/src/main/java formats/src/main/java inspect/src/main/java catalogue/src/main/java
  feed/src/main/java assess/src/main/java
  cli/src/main/java/dev/assay/cli/build"
# shellcheck disable=SC2086
if [ ! -f "$out/compiled" ] || [ -n "$(find $sources "$list" -newer "$out/compiled" -print -quit)" ]; then
  rm -rf "$out"
  mkdir -p "$out"
  touch "$out/started"
  # The rehearsals run the whole command line, which is not compiled here.
  find $sources -name '*.java' ! -name '*Rehearsal.java' >"$out/sources"
  "$JAVA_HOME/bin/javac" -nowarn -proc:none -parameters -d "$out/classes" -cp "$(cat "$list")" @"$out/sources"
  mv "$out/started" "$out/compiled"
fi
known=$out/known/dev/assay/feed/known
mkdir -p "$known"
cp feed/known-flaws/*.json "$known"
resources=model/src/main/resources:formats/src/main/resources:inspect/src/main/resources:catalogue/src/main/resources:feed/src/main/resources:assess/src/main/resources:$out/known
if [ $# -gt 0 ]; then
  only=
  for stem in "$@"; do only="$only --only $stem"; done
else
  only=$out/packed
fi
# shellcheck disable=SC2086
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp "$out/classes:$resources:$(cat "$list")" dev.assay.cli.build.PackCatalogue $only
