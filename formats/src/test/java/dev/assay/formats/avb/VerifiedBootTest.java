package dev.assay.formats.avb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** avbtool is not packaged, so vbmeta is forged from its published layout and signed here. */
class VerifiedBootTest {
  private static final byte[] SALT = {1, 2, 3, 4};
  private static KeyPair pair;

  @BeforeAll
  static void key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
  }

  private static byte[] publicKey() {
    BigInteger modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
    byte[] bytes = modulus.toByteArray();
    byte[] unsigned = Arrays.copyOfRange(bytes, bytes.length - 256, bytes.length);
    return Forged.big().u32(2048, 0).bytes(unsigned).fill(0, 256).toArray();
  }

  private static Forged padded(Forged forged, int to) {
    return forged.fillTo(0, (forged.size() + to - 1) / to * to);
  }

  private static byte[] descriptor(int tag, Forged body) {
    padded(body, 8);
    return Forged.big().u64(tag, body.size()).bytes(body.toArray()).toArray();
  }

  private static byte[] hash(String partition, byte[] image) {
    byte[] digest = Sums.digest("SHA-256", Bytes.of(SALT), Bytes.of(image));
    Forged body = Forged.big().u64(image.length).text("sha256", 32);
    body.u32(partition.length(), SALT.length, digest.length, 0).fill(0, 60);
    return descriptor(2, body.text(partition).bytes(SALT).bytes(digest));
  }

  private static byte[] hashTree(int size, int treeAt, int treeSize, byte[] root) {
    Forged body = Forged.big().u32(1).u64(size, treeAt, treeSize).u32(4096, 4096, 0).u64(0, 0);
    body.text("sha256", 32).u32(6, SALT.length, root.length, 0).fill(0, 60);
    return descriptor(1, body.text("system").bytes(SALT).bytes(root));
  }

  private static byte[] meta(boolean signed, byte[]... descriptors) throws Exception {
    Forged auxiliary = Forged.big();
    for (byte[] descriptor : descriptors) {
      auxiliary.bytes(descriptor);
    }
    int descriptorsSize = auxiliary.size();
    byte[] key = signed ? publicKey() : new byte[0];
    padded(auxiliary.bytes(key), 64);
    Forged header = Forged.big().text("AVB0").u32(1, 0).u64(signed ? 320 : 0, auxiliary.size());
    header.u32(signed ? 1 : 0).u64(0, signed ? 32 : 0, 32, signed ? 256 : 0);
    header.u64(descriptorsSize, key.length, 0, 0, 0, descriptorsSize, 7).u32(2, 0);
    header.text("avbtool 1.2.0").fillTo(0, 256);
    Forged whole = Forged.big().bytes(header.toArray());
    if (signed) {
      whole.bytes(Sums.digest("SHA-256", header.toBytes(), auxiliary.toBytes()));
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(pair.getPrivate());
      signer.update(header.toArray());
      signer.update(auxiliary.toArray());
      whole.bytes(signer.sign()).fill(0, 32);
    }
    return whole.bytes(auxiliary.toArray()).toArray();
  }

  @Test
  void readsAndVerifiesVbMeta() throws Exception {
    byte[] key = publicKey();
    Forged chain = Forged.big().u32(3, 6, key.length).fill(0, 64).text("system").bytes(key);
    Forged arguments = Forged.big().u32(1, 8).text("dm=\"abc\"");
    Forged property = Forged.big().u64(8, 2).text("os.build").u8(0).text("14").u8(0);
    byte[] image =
        meta(
            true,
            descriptor(4, chain),
            descriptor(3, arguments),
            descriptor(0, property),
            hash("boot", new byte[10]));
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(VbMetaImage.class);
    VbMeta meta = VbMeta.read(Bytes.of(image));
    assertThat(meta.problems()).isEmpty();
    assertThat(meta.isSigned()).isTrue();
    assertThat(meta.isSignedWithTestKey()).isFalse();
    assertThat(meta.isVerificationDisabled()).isTrue();
    assertThat(meta.areHashTreesDisabled()).isFalse();
    assertThat(meta.rollbackIndex()).isEqualTo(7);
    assertThat(meta.descriptors().get(1)).isEqualTo(new Descriptor.KernelArguments("dm=\"abc\""));
    assertThat(meta.descriptors().get(2)).isEqualTo(new Descriptor.Property("os.build", "14"));
    Listed listed = Listed.of(new VbMetaImage(), Bytes.of(image));
    assertThat(listed.paths()).containsExactly("public-key", "chain-1-system-key", "cmdline-2");
    assertThat(new VbMetaImage().extent(Bytes.of(image), 0)).hasValue(image.length);
    Hostile.survives(new VbMetaImage(), image);
    byte[] changed = image.clone();
    changed[112 + 7] = 8;
    assertThat(VbMeta.read(Bytes.of(changed)).problems())
        .extracting(Problem::code)
        .containsExactly("avb.hash", "avb.signature");
    assertThat(new VbMetaImage().extent(Bytes.of(changed), 0)).isEmpty();
  }

  private static byte[] withFooter(byte[] image, byte[] tree, byte[] meta, int partitionSize) {
    Forged partition = Forged.big().bytes(image).bytes(tree);
    int metaAt = padded(partition, 4096).size();
    partition.bytes(meta).fillTo(0, partitionSize - 64);
    partition.text("AVBf").u32(1, 0).u64(image.length, metaAt, meta.length).fill(0, 28);
    return partition.toArray();
  }

  @Test
  void verifiesTheHashOfAPartition() throws Exception {
    byte[] image = "boot image ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    byte[] partition = withFooter(image, new byte[0], meta(false, hash("boot", image)), 64 << 10);
    assertThat(Formats.of(Bytes.of(partition)).orElseThrow()).isInstanceOf(VerifiedPartition.class);
    Listed listed = Listed.of(new VerifiedPartition(), Bytes.of(partition));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("image", "vbmeta");
    assertThat(listed.bytes("image")).isEqualTo(image);
    assertThat(listed.entry("image").problems()).isEmpty();
    partition[5] ^= 1;
    assertThat(Listed.of(new VerifiedPartition(), Bytes.of(partition)).entry("image").problems())
        .extracting(Problem::code)
        .containsExactly("avb.image-hash");
    Hostile.survives(new VerifiedPartition(), partition);
  }

  /** Two levels: 130 blocks of data, two of hashes, one above. */
  @Test
  void verifiesTheHashTreeOfAPartition() throws Exception {
    byte[] image = new byte[130 * 4096];
    new Random(5).nextBytes(image);
    byte[] lower = level(image);
    byte[] upper = level(lower);
    byte[] root = Sums.digest("SHA-256", Bytes.of(SALT), Bytes.of(upper));
    byte[] tree = Forged.big().bytes(upper).bytes(lower).toArray();
    byte[] meta = meta(true, hashTree(image.length, image.length, tree.length, root));
    byte[] partition = withFooter(image, tree, meta, 1 << 20);
    Listed listed = Listed.of(new VerifiedPartition(), Bytes.of(partition));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("image", "vbmeta", "hashtree");
    assertThat(listed.entry("image").problems()).isEmpty();
    partition[129 * 4096] ^= 1;
    assertThat(Listed.of(new VerifiedPartition(), Bytes.of(partition)).entry("image").problems())
        .extracting(Problem::code)
        .containsExactly("avb.hash-tree");
  }

  private static byte[] level(byte[] below) {
    Forged level = Forged.big();
    for (int at = 0; at < below.length; at += 4096) {
      level.bytes(Sums.digest("SHA-256", Bytes.of(SALT), Bytes.of(below, at, 4096)));
    }
    return padded(level, 4096).toArray();
  }
}
