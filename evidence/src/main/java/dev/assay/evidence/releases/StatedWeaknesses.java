package dev.assay.evidence.releases;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.recall.Line;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.json.Json;
import java.util.HashMap;
import java.util.Map;

/** Which class of weakness each test case of a bundle looks for, as its summary says. */
final class StatedWeaknesses {
  private StatedWeaknesses() {}

  /**
   * Ids of weaknesses by id of the test case; none in bundles written before cases had one.
   *
   * @throws BundleException if the summary is no JSON
   */
  static Map<String, String> of(BundleContent bundle) throws BundleException {
    Map<String, String> weaknesses = new HashMap<>();
    Line summary = Line.read(bundle.summary(), BundleFiles.SUMMARY);
    for (Json item : summary.object().items("tests")) {
      if (item instanceof Json.Obj test) {
        test.text("weakness")
            .ifPresent(weakness -> weaknesses.put(test.text("test").orElse(""), weakness));
      }
    }
    return weaknesses;
  }
}
