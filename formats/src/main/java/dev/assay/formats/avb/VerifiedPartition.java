package dev.assay.formats.avb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads partitions that end with a footer. */
public final class VerifiedPartition implements Container {
  private static final int FOOTER = 64;

  @Override
  public String type() {
    return "application/vnd.android.verified-partition";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Footer.of(content).isPresent();
  }

  /**
   * What signs an image that ends with a footer.
   *
   * @throws Malformed where vbmeta cannot be read
   */
  public static Optional<VbMeta> meta(Bytes content) {
    return Footer.of(content)
        .map(footer -> VbMeta.read(content.slice(footer.metaAt(), footer.metaSize())));
  }

  private record Footer(long imageSize, long metaAt, long metaSize) {
    static Optional<Footer> of(Bytes content) {
      long at = content.size() - FOOTER;
      if (at < 0 || !content.has(at, "AVBf")) {
        return Optional.empty();
      }
      Block block = content.block(at, FOOTER);
      Footer footer = new Footer(block.i64be(12), block.i64be(20), block.i64be(28));
      boolean fits =
          footer.imageSize >= 0
              && footer.imageSize <= footer.metaAt
              && footer.metaAt <= at
              && footer.metaSize > 0
              && footer.metaSize <= at - footer.metaAt;
      return fits && content.has(footer.metaAt, VbMeta.MAGIC)
          ? Optional.of(footer)
          : Optional.empty();
    }
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Footer footer =
        Footer.of(content)
            .orElseThrow(
                () -> new Malformed("avb.footer", content.size() - FOOTER, "no sound footer"));
    Parts parts = new Parts(content, "avb", listing);
    parts.reserve(content.size() - FOOTER, FOOTER);
    List<Problem> problems = new ArrayList<>();
    List<Descriptor> descriptors = descriptors(content, footer, listing);
    for (Descriptor descriptor : descriptors) {
      problems.addAll(check(content, descriptor));
    }
    parts.add("image", 0, footer.imageSize(), problems);
    parts.add("vbmeta", footer.metaAt(), footer.metaSize());
    for (Descriptor descriptor : descriptors) {
      if (descriptor instanceof Descriptor.HashTree tree) {
        parts.add("hashtree", tree.treeAt(), tree.treeSize());
        parts.add("fec", tree.correctionAt(), tree.correctionSize());
      }
    }
    parts.finish();
  }

  private static List<Descriptor> descriptors(Bytes content, Footer footer, Listing listing) {
    try {
      return VbMeta.read(content.slice(footer.metaAt(), footer.metaSize())).descriptors();
    } catch (Malformed damaged) {
      listing.problem(damaged.problem());
      return List.of();
    }
  }

  private static List<Problem> check(Bytes content, Descriptor descriptor) {
    return switch (descriptor) {
      case Descriptor.Hash hash -> checkHash(content, hash);
      case Descriptor.HashTree tree -> TreeRoot.check(content, tree);
      case Descriptor.Property property -> List.of();
      case Descriptor.Chain chain -> List.of();
      case Descriptor.KernelArguments arguments -> List.of();
    };
  }

  private static List<Problem> checkHash(Bytes content, Descriptor.Hash hash) {
    Optional<String> algorithm = TreeRoot.algorithm(hash.algorithm());
    if (algorithm.isEmpty() || hash.size() < 0 || hash.size() > content.size()) {
      String message = "cannot be checked: " + hash.algorithm() + " of " + hash.size() + " bytes";
      return List.of(new Problem("avb.image-hash", -1, message));
    }
    byte[] computed =
        Sums.digest(algorithm.get(), Bytes.of(hash.salt()), content.slice(0, hash.size()));
    return Sums.check("avb.image-hash", -1, hash.digest(), computed);
  }
}
