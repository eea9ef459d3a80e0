package dev.assay.report.comparison;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.evidence.releases.History;
import dev.assay.evidence.releases.Releases;
import dev.assay.evidence.releases.Sprawl;
import dev.assay.evidence.releases.Standing;
import dev.assay.evidence.releases.Trend;
import dev.assay.model.Outcome;
import dev.assay.report.ReadableJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All of a trend, for programs. Lists by release are oldest first; null is absence. */
public final class TrendJson {
  private TrendJson() {}

  public static void write(Trend trend, OutputStream to) throws IOException {
    try (JsonGenerator out = ReadableJson.to(to)) {
      out.writeStartObject();
      out.writeArrayFieldStart("releases");
      for (Trend.Release release : trend.releases()) {
        release(release, out);
      }
      out.writeEndArray();
      out.writeBooleanField("sameCatalogue", trend.verdicts().sameCatalogue());
      out.writeStringField("mapping", mapping(trend.verdicts()));
      out.writeObjectFieldStart("mapped");
      for (Map.Entry<String, String> mapped :
          new TreeMap<>(trend.verdicts().mapping().newIds()).entrySet()) {
        out.writeStringField(mapped.getKey(), mapped.getValue());
      }
      out.writeEndObject();
      out.writeArrayFieldStart("failures");
      for (History history : trend.verdicts().histories()) {
        history(history, out);
      }
      out.writeEndArray();
      weaknesses(trend.verdicts(), out);
      out.writeArrayFieldStart("sprawl");
      for (Sprawl sprawl : trend.sprawl()) {
        sprawl(sprawl, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }

  /** How a test case of one bundle is found in the next. */
  private static String mapping(Releases releases) {
    boolean given = !releases.sameCatalogue() && !releases.mapping().newIds().isEmpty();
    return "by id of the test case" + (given ? ", those in `mapped` by the mapping given" : "");
  }

  private static void release(Trend.Release release, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", release.name());
    out.writeStringField("version", release.version());
    out.writeStringField("root", release.root());
    out.writeStringField("catalogue", release.catalogue());
    out.writeObjectFieldStart("imports");
    out.writeNumberField("unbounded", release.calls().unbounded());
    out.writeNumberField("checked", release.calls().checked());
    out.writeNumberField("unknownFiles", release.calls().unknown());
    out.writeObjectFieldStart("functions");
    for (Map.Entry<String, Long> function : release.calls().functions().entrySet()) {
      out.writeNumberField(function.getKey(), function.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void history(History history, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("test", history.test());
    out.writeStringField("component", history.component());
    if (!history.weakness().isEmpty()) {
      out.writeStringField("weakness", history.weakness());
    }
    if (history.standing().isPresent()) {
      out.writeStringField("standing", history.standing().get().word());
    }
    out.writeArrayFieldStart("verdicts");
    for (Optional<Outcome> outcome : history.outcomes()) {
      if (outcome.isPresent()) {
        out.writeString(outcome.get().name());
      } else {
        out.writeNull();
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** How many failures of each standing a class of weakness has, and what may be old ones. */
  private static void weaknesses(Releases releases, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("weaknesses");
    for (Map.Entry<String, Map<Standing, Long>> each : releases.byWeakness().entrySet()) {
      out.writeStartObject();
      out.writeStringField("weakness", each.getKey());
      out.writeStringField("title", TrendPage.titled(each.getKey()));
      for (Standing standing : Standing.values()) {
        out.writeNumberField(standing.word(), each.getValue().getOrDefault(standing, 0L));
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("variants");
    for (History history : releases.variants()) {
      out.writeStartObject();
      out.writeStringField("test", history.test());
      out.writeStringField("component", history.component());
      out.writeStringField("weakness", history.weakness());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void sprawl(Sprawl sprawl, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", sprawl.kind());
    out.writeStringField("name", sprawl.name());
    out.writeArrayFieldStart("releases");
    for (Optional<Sprawl.Copies> copies : sprawl.releases()) {
      if (copies.isEmpty()) {
        out.writeNull();
        continue;
      }
      out.writeStartObject();
      out.writeNumberField("copies", copies.get().count());
      out.writeArrayFieldStart("versions");
      for (String version : copies.get().versions()) {
        out.writeString(version);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
