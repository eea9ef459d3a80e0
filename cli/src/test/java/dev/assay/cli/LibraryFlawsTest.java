package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.ElfForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known flaws of libraries, who calls them, and where their copies are. */
class LibraryFlawsTest extends FeedTestProduct {
  @Test
  void theReportShowsWhereCopiesOfALibraryAre() throws IOException {
    zlib();
    elf("opt/viewer", Map.of("pie", false), " inflate 1.2.8 Copyright 1995-2013 Mark Adler ");
    evaluate("b");
    assertThat(file("b", "verdicts.jsonl"))
        .containsPattern("LIBRARY-ONE-VERSION-ACROSS-PRODUCT\"[^\\n]*\"verdict\":\"FAIL\"");
    assertThat(file("b", "report.html"))
        .contains("Copies of libraries", "zlib 1.2.11, 1.2.8", "product/opt/viewer");
  }

  private void elf(String path, Map<String, Object> parameters, String text) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new ElfForge().make(parameters));
    file.writeBytes(("\0" + text + "\0").getBytes(StandardCharsets.US_ASCII));
    Path target = product.resolve(path);
    Files.createDirectories(target.getParent());
    Files.write(target, file.toByteArray());
  }

  private void zlib() throws IOException {
    elf(
        "lib/libz.so.1",
        Map.of(
            "library",
            true,
            "soname",
            "libz.so.1",
            "exports",
            List.of("deflate", "inflate", "inflateGetHeader")),
        ZLIB);
  }

  private void program(String path, List<String> imports, String text) throws IOException {
    elf(path, Map.of("needed", List.of("libz.so.1"), "imports", imports), text);
  }

  private static final String ZLIB =
      " deflate 1.2.11 Copyright 1995-2017 Jean-loup Gailly and Mark Adler ";

  /** CVE-2022-37434 needs a call of inflateGetHeader; CVE-2018-25032 one of deflate. */
  @Test
  void aLibraryIsNotReportedForAFunctionThatNothingCalls() throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate"), "x");
    program("bin/pack", List.of("deflate"), "x");
    String feed = feed();
    evaluate("b", "--feed", feed, "--report", "cyclonedx-vex");
    assertThat(verdicts("b", "FAIL"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("CVE-2018-25032 in zlib 1.2.11")
                    .doesNotContain("CVE-2022-37434"));
    assertThat(file("b", "vex.cdx.json").replaceAll("\\s+", ""))
        .contains(
            "code_not_reachable",
            "theflawisreachedthroughinflateGetHeaderonly,andofthe3programsandlibrariesoftheproduct");
  }

  @Test
  void aFunctionMayBeCalledByItsName() throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate", "dlsym"), "call inflateGetHeader");
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  /** What may call it by a way that nobody sees. */
  @ParameterizedTest
  @ValueSource(strings = {"ffi_call", "JNI_CreateJavaVM"})
  void scriptsMayCallAnyFunction(String foreign) throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate", foreign), "x");
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  @Test
  void aCopyInsideAProgramShowsNoCalls() throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate"), "x");
    elf("bin/static", Map.of("pie", false), ZLIB);
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  @Test
  void aLibraryWhoseUsersAreNotThereIsNotExcused() throws IOException {
    zlib();
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }
}
