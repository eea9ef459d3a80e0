package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  /**
   * RFC 6962 §2.1 as it is written: recursive, splitting at the largest power of two below the
   * size.
   */
  private static byte[] plain(List<byte[]> leaves) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    if (leaves.isEmpty()) {
      return digest.digest();
    }
    if (leaves.size() == 1) {
      digest.update((byte) 0);
      return digest.digest(leaves.getFirst());
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    byte[] left = plain(leaves.subList(0, split));
    byte[] right = plain(leaves.subList(split, leaves.size()));
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  @Property(tries = 200)
  void theRootIsThatOfTheRfc(@ForAll @Size(max = 70) List<String> lines) throws Exception {
    MerkleTree tree = new MerkleTree();
    List<byte[]> leaves = new ArrayList<>();
    for (String line : lines) {
      tree.add("file", line.getBytes(StandardCharsets.UTF_8));
      leaves.add(("file\0" + line).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(tree.root()).isEqualTo(HexFormat.of().formatHex(plain(leaves)));
  }

  @Test
  void linesAddedTogetherGiveTheRootOfLinesAddedOneByOne() {
    List<byte[]> lines =
        IntStream.range(0, 5_003)
            .mapToObj(i -> String.valueOf(i).getBytes(StandardCharsets.UTF_8))
            .toList();
    MerkleTree together = new MerkleTree();
    together.addAll("file", lines);
    MerkleTree oneByOne = new MerkleTree();
    lines.forEach(line -> oneByOne.add("file", line));
    assertThat(together.root()).isEqualTo(oneByOne.root());
  }
}
