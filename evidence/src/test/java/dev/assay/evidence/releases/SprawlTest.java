package dev.assay.evidence.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.verify.bundle.BundleFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SprawlTest {
  /** Two components of zlib, which are in three places and then in two. */
  @Test
  void ofALibraryItsPlacesCount() throws BundleException {
    String[] zlib = {software("1.2.11"), software("1.2.13")};
    assertThat(
            Sprawl.of(
                List.of(
                    release(places("1.2.11", "1.2.11", "1.2.13"), zlib),
                    release(places("1.2.13", ""), zlib))))
        .containsExactly(
            new Sprawl(
                "library-copies",
                "zlib",
                List.of(copies(3, "1.2.11", "1.2.13"), copies(2, "1.2.13"))));
  }

  @Test
  void ofWhatIsNoLibraryComponentsCount() throws BundleException {
    BundleContent two = release("", software("1.2.11"), software("1.2.13"));
    assertThat(Sprawl.of(List.of(release("", software("1.2.13")), two)))
        .containsExactly(
            new Sprawl(
                "software", "zlib", List.of(copies(1, "1.2.13"), copies(2, "1.2.11", "1.2.13"))));
  }

  private static Optional<Sprawl.Copies> copies(int count, String... versions) {
    return Optional.of(new Sprawl.Copies(count, new TreeSet<>(List.of(versions))));
  }

  private static String software(String version) {
    return "{\"id\":\"software:p#zlib@%s\",\"kind\":\"software\",\"name\":\"zlib\",\"version\":\"%s\"}"
        .formatted(version, version);
  }

  private static String places(String... versions) {
    List<String> places =
        List.of(versions).stream().map("{\"version\":\"%s\"}"::formatted).toList();
    return "{\"component\":\"library-copies:p/z#zlib\",\"facts\":{\"library\":\"zlib\",\"places\":%s}}"
        .formatted(places);
  }

  private static BundleContent release(String facts, String... components) {
    SequencedMap<String, List<byte[]>> files = new LinkedHashMap<>();
    files.put(BundleFiles.COMPONENTS, List.of(components).stream().map(String::getBytes).toList());
    files.put(BundleFiles.FACTS, facts.isEmpty() ? List.of() : List.of(facts.getBytes()));
    return new BundleContent(files, new byte[0], "root");
  }
}
