package dev.assay.inspect.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.formats.Bytes;
import dev.assay.inspect.script.ScriptContent.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each marker of a row finds its line in a script of its language, and not the other. */
class TracesTest {
  private static final Map<Language, String> FIRST_LINES =
      Map.of(
          Language.SHELL, "#!/bin/sh\n",
          Language.PYTHON, "#!/usr/bin/env python3\n",
          Language.PERL, "#!/usr/bin/perl -w\n",
          Language.PHP, "<?php\n",
          Language.RUBY, "#!/usr/bin/ruby\n",
          Language.LUA, "#!/usr/bin/lua\n",
          Language.JAVASCRIPT, "#!/usr/bin/env -S node --no-warnings\n",
          Language.TCL, "#! /usr/bin/tclsh8.6\n");

  static Stream<Trace> rows() {
    return Trace.all().stream();
  }

  @Test
  void aRowIsOneTraceForEachOfItsMarkers() {
    assertThat(rows().filter(row -> row.what().endsWith("of a variable")))
        .extracting(Trace::marker, Trace::what, Trace::is)
        .containsExactly(
            tuple("include", "include of a variable", "include $page;"),
            tuple("require", "require of a variable", "require $page;"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isProvenByALineWithItsMarker(Trace row) {
    assertThat(row.is()).contains(row.marker()).containsPattern(row.line());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsItsLineOnly(Trace row) {
    assertThat(found(row, row.is())).isTrue();
    assertThat(found(row, row.isNot())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsNothingInComments(Trace row) {
    String comment =
        row.language() == Language.LUA
            ? "-- "
            : row.language() == Language.JAVASCRIPT ? "// " : "# ";
    assertThat(found(row, comment + row.is())).isFalse();
  }

  @Test
  void wordsOfSomeStandAnyDistanceApart() {
    assertThat(rows().filter(Trace::isWide).map(Trace::what))
        .contains("system of $_GET", "curl into a shell", "ssh with options from a variable")
        .doesNotContain("fetch", "JSON", "$_GET", "urllib", "imagecreatefrom", "verify_peer");
  }

  private static boolean found(Trace row, String line) {
    String text = FIRST_LINES.get(row.language()) + "\n" + line + "\n";
    List<Place> places =
        new ScriptReader().inspect(Bytes.of(text)).map(ScriptContent::places).orElse(List.of());
    return places.stream()
        .anyMatch(
            place ->
                place.family().equals(row.family().fact())
                    && place.what().equals(row.what())
                    && place.line().equals(line.strip()));
  }
}
