package dev.assay.evidence.releases;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * How a product does from release to release.
 *
 * @param releases oldest first
 * @param sprawl components of which a release has several copies, worst first
 */
public record Trend(List<Release> releases, List<Sprawl> sprawl, Releases verdicts) {
  public Trend {
    releases = List.copyOf(releases);
    sprawl = List.copyOf(sprawl);
  }

  /**
   * One release.
   *
   * @param root hex Merkle root of its bundle
   * @param catalogue hex digest of the test cases it was evaluated with
   */
  public record Release(
      String name, String version, String root, String catalogue, CallSafety calls) {
    /** Name and, where it is known, version. */
    public String title() {
      return version.isEmpty() ? name : name + " " + version;
    }
  }

  /**
   * @param bundles oldest first, two or more
   * @param mapping of test cases in bundles with another catalogue than the last one's
   * @throws BundleException if one does not hold what a bundle holds
   */
  public static Trend of(List<BundleContent> bundles, CaseMapping mapping) throws BundleException {
    List<Release> releases = new ArrayList<>();
    for (BundleContent bundle : bundles) {
      Recorded recorded = Recorded.of(bundle);
      releases.add(
          new Release(
              recorded.productName(),
              recorded.productVersion(),
              bundle.root(),
              recorded.catalogueDigest(),
              CallSafety.of(bundle)));
    }
    return new Trend(releases, Sprawl.of(bundles), Releases.of(bundles, mapping));
  }
}
