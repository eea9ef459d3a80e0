package dev.assay.verify.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static Leaves leaves(int count) {
    Leaves leaves = new Leaves();
    Sha256 sha256 = new Sha256();
    for (int i = 0; i < count; i++) {
      leaves.add(sha256.of(String.valueOf(i).getBytes(StandardCharsets.UTF_8)));
    }
    return leaves;
  }

  @Property(tries = 300)
  void leadsFromEveryLeafToTheRootAndFromNoOtherPlace(
      @ForAll @IntRange(min = 1, max = 700) int count, @ForAll @IntRange(max = 699) int chosen) {
    int i = chosen % count;
    Leaves leaves = leaves(count);
    SaltedTree tree = SaltedTree.of(leaves);
    byte[] root = tree.root();
    byte[] leaf = new Sha256().salted(tree.salt(i), leaves.get(i));
    List<byte[]> proof = tree.proof(i);
    assertThat(InclusionProof.root(i, count, leaf, proof)).get().isEqualTo(root);
    for (int other : new int[] {i - 1, i + 1, i ^ 1, count}) {
      assertThat(InclusionProof.root(other, count, leaf, proof))
          .satisfiesAnyOf(
              wrong -> assertThat(wrong).isEmpty(),
              wrong -> assertThat(wrong.orElseThrow()).isNotEqualTo(root),
              wrong -> assertThat(count).isEqualTo(1));
    }
  }

  @Test
  void aProofOfAnotherLengthLeadsNowhere() {
    Leaves leaves = leaves(11);
    SaltedTree tree = SaltedTree.of(leaves);
    List<byte[]> proof = tree.proof(3);
    byte[] leaf = new Sha256().salted(tree.salt(3), leaves.get(3));
    List<byte[]> longer = new ArrayList<>(proof);
    longer.add(new byte[Sha256.LENGTH]);
    assertThat(InclusionProof.root(3, 11, leaf, longer)).isEmpty();
    assertThat(InclusionProof.root(3, 11, leaf, proof.subList(0, proof.size() - 1))).isEmpty();
    assertThat(InclusionProof.root(-1, 11, leaf, proof)).isEmpty();
  }

  @Test
  void everyLeafHasItsOwnSaltAndAllDependOnEveryLeaf() {
    SaltedTree tree = SaltedTree.of(leaves(5));
    assertThat(tree.salt(0)).isNotEqualTo(tree.salt(1));
    assertThat(SaltedTree.of(leaves(6)).salt(0)).isNotEqualTo(tree.salt(0));
  }
}
