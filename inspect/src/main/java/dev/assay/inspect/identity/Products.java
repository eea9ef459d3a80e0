package dev.assay.inspect.identity;

import dev.assay.inspect.match.Signature;
import dev.assay.model.ProgramFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signatures of {@code products.tsv}; its head says what the columns are. */
public final class Products {
  private static final String SONAME = "soname";

  /** What {@code %V} stands for: a version of two to five numbers and what may hang on it. */
  static final String VERSION =
      "([0-9]{1,8}(?:\\.[0-9]{1,8}){1,4}(?:[-._]?(?:rc|beta|alpha|pre|op|p)\\.?[0-9]{1,3}|[a-z](?![A-Za-z0-9]))?)";

  private final List<ProductSignature> all;
  private final Map<String, ProductSignature> byId = new HashMap<>();

  /** Rows about sonames by the name before {@code .so}. */
  private final Map<String, ProductSignature> bySoname = new HashMap<>();

  private Products(List<ProductSignature> all) {
    this.all = List.copyOf(all);
    for (ProductSignature each : all) {
      byId.put(each.id(), each);
      if (!each.isBanner()) {
        bySoname.put(stem(each.recognised()), each);
      }
    }
  }

  /** The signatures Assay comes with. */
  public static Products standard() {
    return Standard.PRODUCTS;
  }

  /** All of them, in the order of the table. */
  public List<ProductSignature> all() {
    return all;
  }

  /** Those that are looked for in contents. */
  public List<Signature> signatures() {
    Stream<Signature> companions =
        all.stream()
            .filter(each -> !each.companion().isEmpty())
            .collect(
                Collectors.toMap(
                    ProductSignature::companion,
                    ProductSignature::medium,
                    (one, again) -> one,
                    TreeMap::new))
            .entrySet()
            .stream()
            .map(each -> companion(each.getKey(), each.getValue()));
    return Stream.concat(
            all.stream().filter(ProductSignature::isBanner).map(ProductSignature::banner),
            companions)
        .toList();
  }

  private static Signature companion(String literal, Signature.Medium medium) {
    return Signature.ofProduct(
        companionId(literal), literal, medium, Pattern.compile(Pattern.quote(literal)), literal);
  }

  /** Id of the signature that finds a companion. */
  static String companionId(String literal) {
    return "companion:" + literal;
  }

  Optional<ProductSignature> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Any signature of the product. */
  Optional<ProductSignature> named(String product) {
    return all.stream().filter(each -> each.product().equals(product)).findFirst();
  }

  /** Whose library has that soname. */
  Optional<ProductSignature> ofSoname(String soname) {
    return Optional.ofNullable(bySoname.get(stem(soname)))
        .filter(each -> each.pattern().matcher(soname).matches());
  }

  static String stem(String soname) {
    int end = soname.indexOf(".so");
    return end < 0 ? soname : soname.substring(0, end);
  }

  private static Products read() {
    Map<String, Integer> counts = new HashMap<>();
    return new Products(
        ProgramFile.rows(Products.class, "products.tsv").stream()
            .map(cells -> row(cells, counts))
            .toList());
  }

  private static ProductSignature row(List<String> cells, Map<String, Integer> counts) {
    String product = cells.get(0);
    String literal = cells.get(3);
    return new ProductSignature(
        "product:" + product + "." + counts.merge(product, 1, Integer::sum),
        product,
        cells.get(1),
        cells.get(2).equals("-") ? "" : cells.get(2),
        literal.equals(SONAME) ? "" : literal,
        cells.get(4).equals("-") ? "" : cells.get(4),
        Pattern.compile(cells.get(5).replace("%V", VERSION)),
        sample(cells.get(6)),
        sample(cells.get(7)));
  }

  private static String sample(String cell) {
    return cell.replace("\\0", "\0").replace("\\n", "\n");
  }

  /** Read when first asked for. */
  private static final class Standard {
    static final Products PRODUCTS = read();
  }
}
