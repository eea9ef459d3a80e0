package dev.assay.formats.lvm;

import static dev.assay.formats.lvm.ForgedVolume.linear;
import static dev.assay.formats.lvm.ForgedVolume.segment;
import static dev.assay.formats.lvm.ForgedVolume.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhysicalVolumeTest {
  private static final PhysicalVolume FORMAT = new PhysicalVolume();

  /** lvm2 2.03.16 wrote it: {@code root} of two pieces with {@code swap-1} between them. */
  @Test
  void readsTheVolumesThatLvmMade() throws IOException {
    Listed listed = Listed.of(FORMAT, Bytes.of(made()));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("root", "swap-1");
    assertThat(extents(listed.bytes("root"))).containsExactly(0, 1, 2, 3, 7, 8, 9, 10, 11);
    assertThat(extents(listed.bytes("swap-1"))).containsExactly(4, 5, 6);
    assertThat(Formats.of(Bytes.of(made()))).containsInstanceOf(PhysicalVolume.class);
    assertThat(FORMAT.extent(Bytes.of(made()))).isEqualTo(OptionalLong.of(4 << 20));
  }

  private static byte[] made() throws IOException {
    try (InputStream in = PhysicalVolumeTest.class.getResourceAsStream("vg0.img.gz")) {
      return new GZIPInputStream(in).readAllBytes();
    }
  }

  private static List<Integer> extents(byte[] volume) {
    List<Integer> extents = new ArrayList<>();
    for (int at = 0; at < volume.length; at += 65_536) {
      extents.add(Integer.parseInt(new String(volume, at + 7, 3)));
    }
    return extents;
  }

  @Test
  void listsWhatNoVolumeHolds() {
    Listed listed = read(volume("root", "VISIBLE", linear(0, 2, "pv0", 3)));
    assertThat(listed.paths())
        .containsExactly("root", "unallocated-0x10000", "unallocated-0x11400");
    assertThat(listed.text("root")).isEqualTo("d".repeat(1024) + "e".repeat(1024));
    assertThat(listed.text("unallocated-0x10000")).startsWith("a").endsWith("c").hasSize(3072);
  }

  @Test
  void readsTheFirstWholeCopyOfAMirror() {
    Listed listed =
        read(
            volume(
                "m", "VISIBLE", segment(0, 1, "raid1", "raids = [\"m0\", \"i0\", \"m1\", \"i1\"]")),
            volume("m0", "READ", linear(0, 1, "pv1", 0)),
            volume("i0", "READ", linear(0, 1, "pv1", 1)),
            volume("m1", "READ", linear(0, 1, "pv0", 0)),
            volume("i1", "READ", linear(0, 1, "pv0", 1)));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.text("m")).isEqualTo("b".repeat(1024));
    assertThat(listed.paths()).startsWith("m", "m1").doesNotContain("i1");
  }

  @Test
  void listsThePoolOfAThinVolumeThatIsNotRead() {
    Listed listed =
        read(
            volume("thin", "VISIBLE", segment(0, 1, "thin", "thin_pool = \"pool\"")),
            volume("pool_tdata", "READ", linear(0, 1, "pv0", 0)));
    assertThat(listed.problems)
        .containsExactly(
            new Problem("lvm.unsupported", -1, "volume `thin`: of type thin, not read"));
    assertThat(listed.text("pool_tdata")).isEqualTo("a".repeat(1024));
  }

  static List<List<String>> lies() {
    String whole = volume("a", "VISIBLE", linear(0, 4, "pv0", 0));
    return List.of(
        List.of("lvm.overlap", whole, volume("b", "VISIBLE", linear(0, 4, "pv0", 3))),
        List.of(
            "lvm.overlap", volume("b", "VISIBLE", linear(0, 1, "pv0", 1), linear(1, 1, "pv0", 1))),
        List.of("lvm.range", volume("b", "VISIBLE", linear(0, 1, "pv0", 16))),
        List.of("lvm.range", volume("b", "VISIBLE", linear(1, 1, "pv0", 0))),
        List.of("lvm.range", volume("b", "VISIBLE")),
        List.of("lvm.missing", volume("b", "VISIBLE", linear(0, 1, "pv1", 0))),
        List.of(
            "lvm.unsupported",
            volume("b", "VISIBLE", segment(0, 2, "striped", "stripes = [\"pv0\", 0, \"pv1\", 0]"))),
        List.of(
            "lvm.unsupported",
            volume("b", "VISIBLE", segment(0, 1, "mirror", "mirrors = [\"b\", 0, \"b\", 0]"))),
        List.of("lvm.text", volume("b", "VISIBLE", linear(0, 1, "pv0", 1L << 60))));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void saysWhichVolumeIsNotRead(List<String> lie) {
    Listed listed = read(lie.subList(1, lie.size()).toArray(String[]::new));
    assertThat(listed.problems).extracting(Problem::code).containsExactly(lie.getFirst());
    assertThat(listed.problems.getFirst().message()).startsWith("volume `b`: ");
  }

  @Test
  void readsNoMoreOfMirrorsThanTheLimitForAllOfThem() {
    String images = "\"big\", 0, ".repeat(2_000);
    String[] segments =
        IntStream.range(0, 1_000).mapToObj(i -> linear(i, 1, "pv1", 0)).toArray(String[]::new);
    Listed listed =
        read(
            volume("m", "VISIBLE", segment(0, 1, "mirror", "mirrors = [" + images + "]")),
            volume("big", "READ", segments));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("lvm.range");
  }

  @Test
  void refusesMetadataThatDoesNotMatchItsChecksum() {
    byte[] image = ForgedVolume.of(volume("root", "VISIBLE", linear(0, 2, "pv0", 3)));
    image[4096 + 600] ^= 1;
    Listed listed = Listed.of(FORMAT, Bytes.of(image));
    assertThat(listed.problems)
        .containsExactly(new Problem("lvm.metadata", 4608, "the text does not match its checksum"));
    assertThat(listed.paths()).containsExactly("unallocated-0x10000");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void refusesTextsOfNoGroup(String text) {
    try {
      Listed listed = Listed.of(FORMAT, Bytes.of(ForgedVolume.ofText(text)));
      assertThat(listed.problems).extracting(Problem::code).containsExactly("lvm.text");
    } catch (Malformed refused) {
      assertThat(refused.problem().code()).isEqualTo("lvm.text");
    }
  }

  static List<String> texts() {
    return List.of(
        "vg { }",
        "vg { physical_volumes { pv0 { id = \"x\" } } }",
        "vg {",
        "}",
        "a = ",
        "a { ".repeat(20),
        "a = [ \"b\"",
        "a = \"b",
        "vg { physical_volumes { pv0 { id = \"" + ForgedVolume.ID + "\" } } extent_size = -1 }");
  }

  @Test
  void survivesHostileInput() {
    Hostile.survives(FORMAT, ForgedVolume.of(volume("root", "VISIBLE", linear(0, 2, "pv0", 3))));
  }

  private static Listed read(String... volumes) {
    return Listed.of(FORMAT, Bytes.of(ForgedVolume.of(String.join("", volumes))));
  }
}
