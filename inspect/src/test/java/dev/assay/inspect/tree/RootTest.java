package dev.assay.inspect.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.EntryType;
import dev.assay.model.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RootTest {
  private static Root of(Set<String> paths) {
    return new Root("fw", paths.stream().map(RootTest::file).toList());
  }

  private static Node file(String path) {
    return node(path, EntryType.FILE, "");
  }

  private static Node node(String path, EntryType type, String link) {
    return new Node(
        "fw!/" + path,
        path,
        type,
        0644,
        new Owner(0, 0),
        0,
        Map.of(),
        link,
        Analysis.none("text/plain"),
        List.of(),
        Optional.of(new byte[0]));
  }

  @Provide
  Arbitrary<Set<String>> paths() {
    return path().set().ofMaxSize(12);
  }

  private static Arbitrary<String> path() {
    return Arbitraries.strings()
        .withChars('a', 'b', '/', '\uFFFF')
        .ofMinLength(1)
        .ofMaxLength(6)
        .filter(RootTest::isClean);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings()
        .withChars('a', 'b', '/', '*')
        .ofMaxLength(6)
        .map("a"::concat)
        .filter(RootTest::isClean);
  }

  @Property
  void filesAreThoseWhosePathMatches(
      @ForAll("paths") Set<String> paths, @ForAll("patterns") String glob) {
    List<String> expected =
        new TreeSet<>(paths).stream().filter(PathPattern.of(glob)::matches).toList();
    assertThat(of(paths).files(glob).stream().map(each -> each.node().inRoot()).toList())
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> wanted() {
    return Arbitraries.strings().withChars('a', 'b', '/', '.').ofMaxLength(9);
  }

  @Provide
  Arbitrary<Map<String, String>> links() {
    return Arbitraries.maps(path(), wanted()).ofMaxSize(4);
  }

  /** A dot at the start changes nothing but that the segments are followed one by one. */
  @Property(tries = 5000)
  void aPathLeadsWhereItsSegmentsDo(
      @ForAll("links") Map<String, String> links, @ForAll("wanted") String path) {
    Root root =
        new Root(
            "fw",
            links.entrySet().stream()
                .map(link -> node(link.getKey(), EntryType.SYMLINK, link.getValue()))
                .toList());
    assertThat(root.resolve(path)).isEqualTo(root.resolve("./" + path));
  }

  @Test
  void linksAreFollowedInsideTheRoot() {
    Root root =
        new Root(
            "fw",
            List.of(
                file("usr/bin/a"),
                node("bin", EntryType.SYMLINK, "usr/bin"),
                node("out", EntryType.SYMLINK, "../../usr"),
                node("turn", EntryType.SYMLINK, "turn/a")));
    for (String path : List.of("/bin/a", "bin//a", "usr/../bin/./a", "out/bin/a", "bin/a/")) {
      assertThat(root.resolve(path)).as(path).contains("usr/bin/a");
    }
    assertThat(root.resolve("turn")).isEmpty();
    assertThat(root.resolve("/")).contains("");
  }

  /** What a file system can hold: no empty segments. */
  private static boolean isClean(String path) {
    return !path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
  }

  @Test
  void noNameSortsBehindADirectorysLastChild() {
    Root root = of(Set.of("etc/a", "etc/\uFFFF", "etc/\uFFFFz", "etc/d/b", "etd"));
    assertThat(root.children("etc").stream().map(Node::name))
        .containsExactly("a", "\uFFFF", "\uFFFFz");
    assertThat(root.paths("etc/*")).isEqualTo(3);
  }
}
