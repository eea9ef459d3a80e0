package dev.assay.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.BundleReader;
import dev.assay.evidence.Recorded;
import dev.assay.model.Outcome;
import dev.assay.verify.bundle.BundleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What tests came to in an evaluation.
 *
 * @param recorded its terms
 * @param byTest all outcomes of each test, by its id
 */
record BundleOutcomes(Recorded recorded, Map<String, Set<Outcome>> byTest) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * @throws BundleException if it is no bundle, or its verdicts are not what this program writes
   */
  static BundleOutcomes read(Path bundle) throws BundleException {
    BundleContent content = BundleReader.read(bundle);
    Map<String, Set<Outcome>> byTest = new HashMap<>();
    for (byte[] line : content.files().getOrDefault(BundleFiles.VERDICTS, List.of())) {
      Map<String, String> fields = fields(line);
      byTest
          .computeIfAbsent(fields.getOrDefault("test", ""), k -> new TreeSet<>())
          .add(outcome(fields.getOrDefault("verdict", "")));
    }
    return new BundleOutcomes(Recorded.of(content), byTest);
  }

  private static Outcome outcome(String word) throws BundleException {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(word)) {
        return outcome;
      }
    }
    throw new BundleException("there is no verdict `" + word + "`");
  }

  /** Texts directly in an object. */
  private static Map<String, String> fields(byte[] line) throws BundleException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = FACTORY.createParser(line)) {
      json.nextToken();
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          fields.put(String.valueOf(json.currentName()), json.getText());
        } else if (token.isStructStart()) {
          json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new BundleException("a line of " + BundleFiles.VERDICTS + " is not JSON");
    }
    return fields;
  }
}
