package dev.assay.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as true when finds are held against packages. */
class TruthTest {
  @TempDir private Path folder;

  @Test
  void aVersionIsThatOfTheControlFileAsDebianWritesIt() {
    assertThat(control("4.1.0~beta2+dfsg-6").isVersion("4.1.0-beta.2")).isTrue();
    assertThat(control("8:6.9.11.60+dfsg-1.6").isVersion("6.9.11-60")).isTrue();
    assertThat(control("4.1.0~beta2-1").isVersion("4.1.0")).isFalse();
    assertThat(control("1.2.3ubuntu4").isVersion("1.2.3")).isTrue();
    assertThat(control("1.2.3build2").isVersion("1.2.3")).isTrue();
  }

  @Test
  void onlyASourceWithARowHasTwoWritings() throws IOException {
    Conventions written = conventions("bash\t([0-9]+\\.[0-9]+)(?:\\.[0-9]+)?\tpatches are counted");
    assertThat(written.agree("bash", "5.1.4", "5.1")).isTrue();
    assertThat(written.agree("bash", "5.2.4", "5.1")).isFalse();
    assertThat(written.agree("bash", "5.1-beta", "5.1-beta")).isFalse();
    assertThat(written.agree("dash", "5.1.4", "5.1")).isFalse();
  }

  @Test
  void theTableEqualsNoTwoReleasesOfAProduct() throws IOException {
    Conventions table = Conventions.read(Path.of("identity-conventions.tsv"));
    for (List<String> other :
        List.of(
            List.of("proftpd-dfsg", "1.3.8c", "1.3.8.d"),
            List.of("ghostscript", "10.01.0", "10.0.0"),
            List.of("wolfssl", "4.6.1", "4.6.0+p1"),
            List.of("libevent", "2.1.11", "2.1.12-stable"),
            List.of("cups", "2.4.2", "2.4.1op1"),
            List.of("speex", "1.2rc2", "1.2~rc1.2"),
            List.of("wireless-tools", "29", "30~pre9"),
            List.of("ncurses", "6.3", "6.2+20201114"))) {
      assertThat(table.agree(other.get(0), other.get(1), other.get(2))).as("%s", other).isFalse();
    }
    assertThat(table.agree("ghostscript", "10.00.0", "10.0.0")).isTrue();
    assertThat(table.agree("proftpd-dfsg", "1.3.8c", "1.3.8.c")).isTrue();
    assertThat(table.agree("cups", "2.4.1", "2.4.1op1")).isTrue();
    assertThat(table.agree("speex", "1.2rc1", "1.2~rc1.2")).isTrue();
    assertThat(table.agree("tcp-wrappers", "7.6", "7.6.q")).isTrue();
  }

  @Test
  void aCopyrightFileDeclaresWhatItsPathsAreNamedAfter() {
    Copyright copyright =
        Copyright.parse(
            """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
            Files: *
            Copyright: 2004 The makers of expat

            Files: com32/include/zlib.h
             libraries/liblmdb/mdb_load.c
            License: zip
            """);
    assertThat(copyright.declares("zlib")).isTrue();
    assertThat(copyright.declares("lmdb")).isTrue();
    assertThat(copyright.declares("expat")).isFalse();
    assertThat(copyright.declares("zip")).isFalse();
  }

  private Conventions conventions(String row) throws IOException {
    return Conventions.read(Files.writeString(folder.resolve("conventions.tsv"), row + "\n"));
  }

  private static DebianPackage control(String version) {
    return DebianPackage.of("name\tsource\t" + version + "\tname.deb");
  }
}
