package dev.assay.inspect.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryCopiesTest {
  private static final String INFLATE = " inflate 1.2.8 Copyright 1995-2013 Mark Adler ";
  private static final String DEFLATE =
      " deflate 1.2.11 Copyright 1995-2017 Jean-loup Gailly and Mark Adler ";

  private static byte[] binary(String... texts) {
    return ("\0\1\2\3" + String.join("\0", texts) + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static LibraryCopiesFacts only(Tree tree) {
    Described copies = tree.only("library-copies");
    return (LibraryCopiesFacts) copies.facts();
  }

  @Test
  void countsFullAndPartialCopiesAcrossTheProductWithTheirVersions() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "usr/lib/libz.so.1",
                binary(
                    DEFLATE,
                    DEFLATE.replace("deflate", "inflate"),
                    "invalid distance too far back",
                    "requested length does not fit in int"))
            .file("usr/bin/viewer", binary(INFLATE, "invalid distance too far back"))
            .file("usr/share/doc/zlib", DEFLATE + "\n")
            .file(
                "var/lib/dpkg/status",
                "Package: zlib1g\nStatus: install ok installed\nVersion: 1\n")
            .file("var/lib/dpkg/info/zlib1g.list", "/usr/lib/libz.so.1\n");
    LibraryCopiesFacts facts = only(tree);
    assertThat(facts.library()).isEqualTo("zlib");
    assertThat(facts.versions()).containsExactly("1.2.11", "1.2.8");
    assertThat(facts.full()).isEqualTo(1);
    assertThat(facts.partial()).isEqualTo(1);
    assertThat(facts.fragments()).isZero();
    assertThat(facts.places())
        .extracting(LibraryPlace::path, LibraryPlace::extent, LibraryPlace::version)
        .containsExactly(
            tuple("fw!/usr/bin/viewer", "partial", "1.2.8"),
            tuple("fw!/usr/lib/libz.so.1", "full", "1.2.11"));
  }

  @Test
  void countsCopiesBehindTheLastPlaceThatIsTold() {
    Tree tree = Tree.ofASystem();
    for (int i = 0; i < 2_000; i++) {
      tree.file("opt/a/%04d".formatted(i), binary("invalid distance too far back", "" + i));
    }
    for (String path : new String[] {"opt/y", "opt/z"}) {
      tree.file(
          path,
          binary(
              path,
              DEFLATE,
              DEFLATE.replace("deflate", "inflate"),
              "invalid distance too far back",
              "requested length does not fit in int"));
    }
    LibraryCopiesFacts facts = only(tree);
    assertThat(facts.places()).hasSize(2_000);
    assertThat(facts.full()).isEqualTo(2);
  }

  /** An app brings each of its libraries once for each architecture. */
  @Test
  void countsFullCopiesForEachArchitectureApart() {
    Tree tree =
        Tree.ofASystem()
            .file("app/lib/arm64-v8a/libz.so", program(183))
            .file("app/lib/x86_64/libz.so", program(62));
    assertThat(only(tree).full()).isEqualTo(2);
    assertThat(only(tree).fullForOneMachine()).isEqualTo(1);
    assertThat(only(tree).places())
        .extracting(LibraryPlace::machine)
        .containsExactly("AArch64", "x86-64");
    tree.file("app/lib/other.so", program(62));
    assertThat(only(tree).fullForOneMachine()).isEqualTo(2);
  }

  /** A 64-bit shared object without sections that holds all of zlib's parts. */
  private static byte[] program(int machine) {
    byte[] texts =
        binary(
            DEFLATE,
            DEFLATE.replace("deflate", "inflate"),
            "invalid distance too far back",
            "requested length does not fit in int");
    ByteBuffer out = ByteBuffer.allocate(64 + texts.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 3).putShort((short) machine).putInt(1);
    out.position(52).putShort((short) 64);
    return out.position(64).put(texts).array();
  }

  @Test
  void aLonePartIsAFragment() {
    LibraryCopiesFacts facts =
        only(Tree.ofASystem().file("usr/bin/signer", binary("../crypto/bn/bn_lib.c")));
    assertThat(facts.library()).isEqualTo("libcrypto");
    assertThat(facts.fragments()).isEqualTo(1);
    assertThat(facts.versions()).isEmpty();
  }

  /** The banner beside the parts tells their version. */
  @Test
  void theProductsBannerTellsTheVersionOfItsParts() {
    LibraryCopiesFacts facts =
        only(
            Tree.ofASystem()
                .file(
                    "usr/bin/server",
                    binary("crypto/bn/bn_lib.c", "OPENSSLDIR: ", "OpenSSL 1.1.1k  25 Mar 2021")));
    assertThat(facts.versions()).containsExactly("1.1.1k");
  }

  /** Each object of a static library is a content of its own. */
  @Test
  void anObjectWithoutAPartTellsTheVersionOfItsStaticLibrary() {
    byte[] version = binary("OPENSSLDIR: ", "OpenSSL 1.1.1k  25 Mar 2021");
    byte[] archive =
        archive(Map.of("cversion.o", version, "x_part.o", binary("crypto/bn/bn_lib.c")));
    Tree tree = Tree.ofASystem().file("usr/lib/libcrypto.a", archive);
    assertThat(only(tree).versions()).containsExactly("1.1.1k");
    Tree apart =
        Tree.ofASystem()
            .file("usr/lib/libcrypto.a", archive(Map.of("x.o", binary("crypto/bn/bn_lib.c"))))
            .file("usr/lib/cversion.o", version);
    assertThat(only(apart).versions()).isEmpty();
  }

  /** ar(5): a header of 60 characters and the content, filled to an even length. */
  private static byte[] archive(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("!<arch>\n".getBytes(US_ASCII));
    new TreeMap<>(members)
        .forEach(
            (name, content) -> {
              String header = "%-16s%-12d%-6d%-6d%-8s%-10d`\n";
              out.writeBytes(
                  header.formatted(name + "/", 0, 0, 0, "644", content.length).getBytes(US_ASCII));
              out.writeBytes(content);
              out.writeBytes(new byte[content.length % 2]);
            });
    return out.toByteArray();
  }

  /** The libraries of this machine, where it has them, are full copies of themselves. */
  @ParameterizedTest
  @CsvSource({
    "libcrypto, libcrypto.so.3",
    "libssl, libssl.so.3",
    "zlib, libz.so.1",
    "expat, libexpat.so.1",
    "libpng, libpng16.so.16",
    "sqlite, libsqlite3.so.0"
  })
  void realLibrariesAreFullCopies(String library, String name) throws Exception {
    Path file = Path.of("/usr/lib/x86_64-linux-gnu", name);
    Assumptions.assumeTrue(Files.exists(file));
    Tree tree = Tree.ofASystem().file("usr/lib/" + name, Files.readAllBytes(file));
    assertThat(tree.all("library-copies"))
        .filteredOn(each -> each.component().name().equals(library))
        .singleElement()
        .satisfies(each -> assertThat(((LibraryCopiesFacts) each.facts()).full()).isEqualTo(1));
  }
}
