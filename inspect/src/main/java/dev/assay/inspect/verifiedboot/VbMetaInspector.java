package dev.assay.inspect.verifiedboot;

import dev.assay.formats.Bytes;
import dev.assay.formats.avb.Descriptor;
import dev.assay.formats.avb.VbMeta;
import dev.assay.formats.avb.VbMetaImage;
import dev.assay.formats.parts.Sums;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.verifiedboot.VerifiedBootFacts.Chained;
import dev.assay.inspect.verifiedboot.VerifiedBootFacts.Covered;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads vbmeta; where it stands is not told by its content. */
public final class VbMetaInspector implements ContentInspector<VerifiedBootFacts> {
  @Override
  public Class<VerifiedBootFacts> facts() {
    return VerifiedBootFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals(VbMetaImage.TYPE);
  }

  @Override
  public Optional<VerifiedBootFacts> inspect(Bytes content) {
    VbMeta meta = VbMeta.read(content);
    List<Covered> covered = new ArrayList<>();
    List<Chained> chained = new ArrayList<>();
    for (Descriptor descriptor : meta.descriptors()) {
      switch (descriptor) {
        case Descriptor.Hash hash -> covered.add(new Covered(hash.partition(), hash.algorithm()));
        case Descriptor.HashTree tree ->
            covered.add(new Covered(tree.partition(), tree.algorithm()));
        case Descriptor.Chain chain -> chained.add(chained(chain));
        case Descriptor.Property property -> {}
        case Descriptor.KernelArguments arguments -> {}
      }
    }
    byte[] key = meta.publicKey();
    return Optional.of(
        new VerifiedBootFacts(
            algorithm(meta.algorithm()),
            meta.isSigned(),
            meta.problems().isEmpty(),
            bits(key),
            key.length == 0 ? "" : HexFormat.of().formatHex(Sums.digest("SHA-256", Bytes.of(key))),
            VbMeta.isTestKey(key),
            meta.rollbackIndex(),
            meta.isVerificationDisabled(),
            meta.areHashTreesDisabled(),
            false,
            covered,
            chained));
  }

  private static Chained chained(Descriptor.Chain chain) {
    byte[] key = chain.publicKey();
    return new Chained(
        chain.partition(), chain.rollbackIndexLocation(), bits(key), VbMeta.isTestKey(key));
  }

  /** A stored key begins with the length of its modulus. */
  private static int bits(byte[] key) {
    return key.length < 4 ? 0 : Bytes.of(key).block(0, 4).i32be(0);
  }

  private static String algorithm(int number) {
    return number == 0
        ? "none"
        : (number <= 3 ? "sha256" : "sha512") + "-rsa" + (2048 << (number - 1) % 3);
  }
}
