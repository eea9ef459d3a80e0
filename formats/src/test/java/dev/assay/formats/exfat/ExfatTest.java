package dev.assay.formats.exfat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExfatTest {
  private static final String LONG = "a rather long näme with spaces, of many entries.config";

  @TempDir Path directory;

  private ForgedExfat forged() throws Exception {
    FlashTree tree = FlashTree.in(directory);
    ForgedExfat forged =
        new ForgedExfat(
            tree.image(
                "mkfs.exfat", "truncate -s 2M image && mkfs.exfat -b 4096 -c 4096 -L LABEL image"));
    forged.contiguous(forged.root(), "noise", FlashTree.NOISE, FlashTree.NOISE.length);
    int etc = forged.directory(forged.root(), "etc");
    forged.chained(etc, LONG, FlashTree.TEXT);
    forged.contiguous(etc, "half", Arrays.copyOf(FlashTree.NOISE, 10_000), 5000);
    return forged;
  }

  @Test
  void readsFilesInOnePieceAndInTheTable() throws Exception {
    byte[] image = forged().image;
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Exfat.class);
    Listed listed = Listed.of(new Exfat(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths()).containsExactly("noise", "etc", "etc/" + LONG, "etc/half");
    assertThat(listed.entry("etc").entryType()).isEqualTo(EntryType.DIRECTORY);
    assertThat(listed.bytes("noise")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.bytes("etc/" + LONG)).isEqualTo(FlashTree.TEXT);
    assertThat(listed.bytes("etc/half"))
        .isEqualTo(Arrays.copyOf(Arrays.copyOf(FlashTree.NOISE, 5000), 10_000));
  }

  @Test
  void aClusterOfTwoFilesEndsTheSecond() throws Exception {
    ForgedExfat forged = forged();
    forged.contiguous(forged.root(), "again", new byte[0], 0);
    int entry = forged.root();
    while (forged.image[entry] != (byte) 0x85 || forged.image[entry + 66] != 'a') {
      entry += 32;
    }
    // The first cluster of the first file, and a length.
    forged.image[entry + 52] = 20;
    forged.image[entry + 56] = 100;
    Listed listed = Listed.of(new Exfat(), Bytes.of(forged.image));
    assertThat(listed.entry("again").problems())
        .extracting(Problem::code)
        .containsExactly("exfat.checksum", "exfat.cross-link", "exfat.size");
    assertThat(listed.bytes("noise")).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void anImageCutShortIsListedAndSaysSo() throws Exception {
    byte[] image = forged().image;
    Listed listed = Listed.of(new Exfat(), Bytes.of(Arrays.copyOf(image, 300_000)));
    assertThat(listed.problems).extracting(Problem::code).contains("exfat.truncated");
    assertThat(listed.paths()).contains("noise", "etc");
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    ForgedExfat forged = forged();
    Hostile.survives(new Exfat(), forged.image);
    // Short enough for the fuzzer.
    Hostile.survives(new Exfat(), Arrays.copyOf(forged.image, 300_000));
    byte[] damaged = forged.image;
    for (int at = forged.root(); at < forged.root() + 640; at++) {
      byte kept = damaged[at];
      damaged[at] = (byte) 0xFF;
      Hostile.read(new Exfat(), damaged);
      damaged[at] = kept;
    }
  }
}
