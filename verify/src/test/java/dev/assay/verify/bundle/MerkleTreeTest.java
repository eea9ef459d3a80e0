package dev.assay.verify.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    Leaves stored = new Leaves();
    Sha256 sha256 = new Sha256();
    List<byte[]> leaves = new ArrayList<>();
    for (String line : lines) {
      byte[] bytes = ("[" + line + "]").getBytes(StandardCharsets.UTF_8);
      byte[] leaf = sha256.leaf("file", bytes, 1, bytes.length - 1);
      tree.add(leaf);
      stored.add(leaf);
      leaves.add(("file\0" + line).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(tree.root()).isEqualTo(plain(leaves));
    assertThat(stored.root()).isEqualTo(plain(leaves));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8192, 12_289})
  void aTreeOfPartsHasTheRootOfTheWhole(int size) {
    Leaves leaves = new Leaves();
    Sha256 sha256 = new Sha256();
    for (int i = 0; i < size; i++) {
      leaves.add(sha256.of(new byte[] {(byte) i, (byte) (i >> 8)}));
    }
    SaltedTree salted = SaltedTree.of(leaves);
    MerkleTree saltedWhole = new MerkleTree();
    for (int i = 0; i < size; i++) {
      saltedWhole.add(sha256.salted(salted.salt(i), leaves.get(i)));
    }
    assertThat(leaves.root()).isEqualTo(leaves.root(0, size));
    assertThat(salted.root()).isEqualTo(saltedWhole.root());
  }
}
