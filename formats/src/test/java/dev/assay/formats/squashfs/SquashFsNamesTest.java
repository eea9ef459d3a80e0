package dev.assay.formats.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SquashFsNamesTest {
  @TempDir Path directory;

  @Test
  void aDirectoryIsEnteredUnderOneNameOnly() throws Exception {
    FlashTree tree = FlashTree.in(directory);
    Files.createDirectories(directory.resolve("two/first"));
    Files.createDirectories(directory.resolve("two/other"));
    Files.writeString(directory.resolve("two/first/file"), "one");
    Files.writeString(directory.resolve("two/other/file"), "another");
    byte[] image =
        tree.image("mksquashfs", "mksquashfs two image -noI -quiet -no-progress -noappend");
    nameSame(image, "first", "other");
    Listed listed = Listed.of(new SquashFs(), Bytes.of(image));
    assertThat(listed.paths()).containsExactly("first", "first/file", "other");
    assertThat(listed.problems).extracting(Problem::code).containsExactly("squashfs.cycle");
  }

  /** Lets an entry lead to the inode of another: its place stands 8 bytes before the name. */
  private static void nameSame(byte[] image, String name, String other) {
    String text = new String(image, StandardCharsets.ISO_8859_1);
    System.arraycopy(image, text.lastIndexOf(name) - 8, image, text.lastIndexOf(other) - 8, 2);
  }
}
