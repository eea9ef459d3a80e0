package dev.assay.formats.unread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Tool;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadFileSystemTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "XFS, mkfs.xfs, 300M, mkfs.xfs -q image",
    "BTRFS, mkfs.btrfs, 120M, mkfs.btrfs -q image",
    "NTFS, mkfs.ntfs, 8M, mkfs.ntfs -q -F image 2>/dev/null",
    "UDF, mkudffs, 8M, mkudffs image",
  })
  void isNamedAndSaidNotToBeRead(UnreadFileSystem expected, String tool, String size, String make)
      throws Exception {
    byte[] image =
        FlashTree.in(directory).image(tool, "truncate -s " + size + " image && " + make + " >log");
    assertThat(Formats.of(Bytes.of(image))).contains(expected);
    assertThat(Listed.of(expected, Bytes.of(image)).problems)
        .extracting(Problem::code)
        .contains("filesystem.unsupported");
  }

  @Test
  void whatIsFoundInOneIsListed() throws Exception {
    byte[] text = "a text of some length ".repeat(300).getBytes(StandardCharsets.US_ASCII);
    byte[] packed = Tool.filter(text, "gzip", "-nc");
    byte[] image = Arrays.copyOf(new byte[] {'X', 'F', 'S', 'B'}, 64 << 10);
    System.arraycopy(packed, 0, image, 20_480, packed.length);
    Listed listed = Listed.of(UnreadFileSystem.XFS, Bytes.of(image));
    assertThat(listed.paths()).contains("0x00005000.gzip");
    assertThat(listed.problems).extracting(Problem::code).contains("filesystem.unsupported");
    Hostile.survives(UnreadFileSystem.XFS, image);
  }

  @Test
  void noiseIsNone() {
    byte[] noise = new byte[1 << 17];
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      random.nextBytes(noise);
      assertThat(UnreadFileSystem.of(Bytes.of(noise))).isEmpty();
    }
    assertThat(UnreadFileSystem.of(Bytes.of(new byte[1 << 20]))).isEmpty();
  }
}
