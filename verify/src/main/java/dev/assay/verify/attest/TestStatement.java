package dev.assay.verify.attest;

import dev.assay.verify.json.Json;
import java.util.List;
import java.util.Optional;

/** What is attested of one test case: its digest, and how often it was right when measured. */
final class TestStatement {
  private TestStatement() {}

  /** Those of all cases that a summary describes, in its order. */
  static List<Json.Obj> all(Json.Obj summary) {
    return summary.items("tests").stream()
        .filter(Json.Obj.class::isInstance)
        .map(test -> of((Json.Obj) test))
        .toList();
  }

  private static Json.Obj of(Json.Obj test) {
    return Json.object(
        "id", test.at("test"),
        "revision", test.at("revision"),
        "digest", Json.object("sha256", test.at("digest")),
        "measured", measured(test));
  }

  private static Optional<Json.Obj> measured(Json.Obj test) {
    return test.at("measured")
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .map(
            measured ->
                Json.object(
                    "on", measured.at("on"),
                    "samples", sum(measured, "all"),
                    "errors", sum(measured, "wrong"),
                    "flawed", tried(measured, "flawed", "products", "missed"),
                    "sound", tried(measured, "sound", "products", "falseAlarms"),
                    "clean", tried(measured, "clean", "verdicts", "falseAlarms"),
                    "oracle", tried(measured, "alterations", "alterations", "unnoticed")));
  }

  /** Over all samples of which the right verdict was known. */
  private static long sum(Json.Obj measured, String which) {
    return List.of("flawed", "sound", "clean").stream()
        .mapToLong(kind -> measured.number(kind, which).orElse(0L))
        .sum();
  }

  private static Json.Obj tried(Json.Obj measured, String kind, String all, String wrong) {
    return Json.object(
        all, measured.number(kind, "all").orElse(0L),
        wrong, measured.number(kind, "wrong").orElse(0L));
  }
}
