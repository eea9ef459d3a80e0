package dev.assay.feed.source;

import com.github.packageurl.PackageURL;
import dev.assay.feed.Cpe;
import dev.assay.feed.Range;
import dev.assay.feed.Releases;
import dev.assay.feed.Subject;
import dev.assay.feed.version.VersionScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product tree of a CSAF document (§3.2.2): product ids and what they identify. */
public final class CsafProducts {
  /**
   * @param version empty: every version
   * @param purl package URL with its version; empty for a CPE, or where a range limits it
   */
  public record Product(
      String subject,
      String version,
      List<Range> ranges,
      String release,
      VersionScheme scheme,
      String purl) {
    Product in(String newRelease) {
      return new Product(subject, version, ranges, newRelease, scheme, purl);
    }
  }

  private final Map<String, List<Product>> products = new HashMap<>();

  /** Why products have nothing to find them by, where more can be said than that. */
  private final Map<String, String> reasons = new HashMap<>();

  /** Releases of distributions, for the platforms of relationships. */
  private final Map<String, String> releases = new HashMap<>();

  public static CsafProducts of(Json.Fields tree) {
    CsafProducts products = new CsafProducts();
    products.branches(tree.objects("branches"), "", "");
    tree.objects("full_product_names").forEach(product -> products.add(product, "", ""));
    for (Json.Fields relation : tree.objects("relationships")) {
      products.relate(relation);
    }
    return products;
  }

  /** What a product id identifies; several names, or none. */
  public List<Product> find(String id) {
    return products.getOrDefault(id, List.of());
  }

  /** Why {@link #find} has nothing. */
  String lack(String id) {
    return reasons.getOrDefault(id, "expected package URL or CPE of a product, found none");
  }

  /** The depth is bounded by that of the JSON itself. */
  private void branches(List<Json.Fields> branches, String version, String range) {
    for (Json.Fields branch : branches) {
      String name = branch.text("name");
      String category = branch.text("category");
      String newVersion = category.equals("product_version") ? name : version;
      String newRange = category.equals("product_version_range") ? name : range;
      if (branch.has("product")) {
        add(branch.object("product"), newVersion, newRange);
      }
      branches(branch.objects("branches"), newVersion, newRange);
    }
  }

  private void add(Json.Fields product, String version, String range) {
    Json.Fields identity = product.object("product_identification_helper");
    List<Product> found = new ArrayList<>();
    String id = product.need("product_id");
    Optional<Cpe> cpe = Cpe.read(identity.text("cpe"));
    try {
      List<Range> ranges = range.isEmpty() ? List.of() : VersRange.read(range);
      Subject.packageUrl(identity.text("purl"))
          .map(url -> ofPackage(url, version, ranges))
          .ifPresent(found::add);
      cpe.map(name -> ofCpe(name, version, ranges)).ifPresent(found::add);
    } catch (Unexpected e) {
      reasons.put(id, e.reason());
    }
    products.put(id, found);
    cpe.filter(name -> name.part().equals("o") || name.vendor().equals("redhat"))
        .map(name -> Releases.normal(name.vendor(), name.version()))
        .filter(release -> !release.equals("*"))
        .ifPresent(release -> releases.put(id, release));
  }

  private static Product ofPackage(PackageURL url, String branchVersion, List<Range> ranges) {
    String own = url.getVersion() == null ? branchVersion : url.getVersion();
    Map<String, String> qualifiers = url.getQualifiers() == null ? Map.of() : url.getQualifiers();
    String epoch = qualifiers.getOrDefault("epoch", "");
    boolean prefixed = url.getType().equals("rpm") && !epoch.isEmpty() && !own.contains(":");
    String version = prefixed ? epoch + ":" + own : own;
    String distribution = url.getNamespace() == null ? "" : url.getNamespace();
    return new Product(
        Subject.of(url),
        version,
        own.isEmpty() ? ranges : List.of(),
        Releases.normal(distribution, qualifiers.getOrDefault("distro", "")),
        VersionScheme.ofPurlType(url.getType()),
        own.isEmpty() && !ranges.isEmpty() ? "" : Subject.inVersion(url, own));
  }

  private static Product ofCpe(Cpe cpe, String version, List<Range> ranges) {
    boolean named = !cpe.version().equals("*") && !cpe.version().equals("-");
    return new Product(
        Subject.of(cpe),
        named ? cpe.fullVersion() : version,
        ranges,
        "",
        VersionScheme.GENERIC,
        "");
  }

  /** "openssl as a component of Enterprise Linux 8" is openssl in release 8. */
  private void relate(Json.Fields relation) {
    List<Product> component = find(relation.text("product_reference"));
    String release = releases.getOrDefault(relation.text("relates_to_product_reference"), "");
    String id = relation.object("full_product_name").need("product_id");
    if (component.isEmpty()) {
      reasons.put(id, lack(relation.text("product_reference")));
    }
    products.put(
        id,
        component.stream()
            .map(product -> release.isEmpty() ? product : product.in(release))
            .toList());
  }
}
