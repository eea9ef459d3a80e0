package dev.assay.inspect.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import dev.assay.inspect.match.Hit;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.model.ProgramFile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductsTest {
  private static final Products PRODUCTS = Products.standard();
  private static final Signatures SIGNATURES = Signatures.standard().and(PRODUCTS.signatures());

  static Stream<ProductSignature> rows() {
    return PRODUCTS.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowRecognisesItsOneTextAndNotTheOther(ProductSignature row) {
    assertTrue(recognised(row, row.recognised()), row.id() + ": " + row.recognised());
    assertTrue(!recognised(row, row.ignored()), row.id() + ": " + row.ignored());
  }

  @Test
  void everyRowHasItsOwnIdAndALiteralThatTheOnePassNotices() {
    Set<String> ids = new HashSet<>();
    for (ProductSignature row : PRODUCTS.all()) {
      assertTrue(ids.add(row.id()), row.id());
      assertTrue(!row.isBanner() || row.literal().length() >= 5, row.id());
      assertTrue(row.cpe().isEmpty() || row.cpe().matches("[aoh]:[^:]+:[^:]+"), row.id());
    }
    assertEquals(PRODUCTS.all().size(), ids.size());
  }

  @Test
  void productsAgreeOnCategoryAndCpe() {
    for (ProductSignature row : PRODUCTS.all()) {
      for (ProductSignature other : PRODUCTS.all()) {
        if (row.product().equals(other.product())) {
          assertEquals(row.cpe(), other.cpe(), row.id());
          assertEquals(row.category(), other.category(), row.id());
        }
      }
    }
  }

  @Test
  void aSourcePackageIsCalledByNvdAsTheProductIs() {
    List<List<String>> rows = ProgramFile.rows(PackageInspector.class, "source-cpes.tsv");
    assertTrue(rows.size() > 400);
    for (List<String> row : rows) {
      PRODUCTS
          .named(row.get(0))
          .filter(product -> !product.cpe().isEmpty())
          .ifPresent(product -> assertEquals(product.cpe(), row.get(1), row.get(0)));
      assertTrue(row.get(1).matches("[aoh]:[^:]+:[^:]+"), row.get(0));
    }
  }

  @Test
  void aSonameMayBeTheVersion() {
    for (String soname : List.of("libjim.so.0.81", "libBulletCollision.so.3.24")) {
      ProductSignature row = PRODUCTS.ofSoname(soname).orElseThrow();
      assertTrue(soname.endsWith(".so." + row.version(soname)), soname);
      assertTrue(!row.version(soname).isEmpty(), soname);
    }
  }

  /** Through the pass over a content for banners, as the inspector does for sonames. */
  private static boolean recognised(ProductSignature row, String text) {
    if (!row.isBanner()) {
      return PRODUCTS.ofSoname(text).filter(row::equals).isPresent();
    }
    String start = row.isScript() ? "" : "\0\1\2";
    String between = row.isScript() ? "\n" : "\0";
    byte[] content =
        (start + text + between + row.companion() + between).getBytes(StandardCharsets.ISO_8859_1);
    List<Hit> hits = SIGNATURES.find(Bytes.of(content));
    return hits.stream()
        .filter(hit -> hit.signature().equals(row.id()))
        .map(hit -> row.version(hit.excerpt()))
        .anyMatch(
            version ->
                leavesTheVersionToAnother(row) || !version.isEmpty() && text.contains(version));
  }

  /** A banner without a version is of a program that holds it as a text of its own. */
  private static boolean leavesTheVersionToAnother(ProductSignature row) {
    return row.pattern().matcher("").groupCount() == 0
        && VersionTexts.programs().rows().stream()
            .anyMatch(program -> program.product().equals(row.product()));
  }
}
