package dev.assay.formats.avb;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Reads vbmeta partitions: keys and kernel arguments are members. */
public final class VbMetaImage implements Container, Carvable {
  public static final String TYPE = "application/vnd.android.vbmeta";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    return VbMeta.isHeader(content);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    VbMeta meta = VbMeta.read(content);
    meta.problems().forEach(listing::problem);
    if (meta.publicKey().length > 0) {
      listing.add(part("public-key", meta.publicKey()));
    }
    int number = 0;
    for (Descriptor descriptor : meta.descriptors()) {
      number++;
      switch (descriptor) {
        case Descriptor.Chain chain ->
            listing.add(
                part("chain-" + number + "-" + chain.partition() + "-key", chain.publicKey()));
        case Descriptor.KernelArguments arguments ->
            listing.add(
                part("cmdline-" + number, arguments.text().getBytes(StandardCharsets.UTF_8)));
        case Descriptor.Property property -> {}
        case Descriptor.Hash hash -> {}
        case Descriptor.HashTree tree -> {}
      }
    }
  }

  private static Entry part(String name, byte[] bytes) {
    return Entry.part(name.replace('/', '_'), Content.of(Bytes.of(bytes)));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(VbMeta.MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  /** Only where hash and signature are right. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here)) {
      return OptionalLong.empty();
    }
    VbMeta meta = VbMeta.read(here);
    return meta.isSigned() && meta.problems().isEmpty()
        ? OptionalLong.of(meta.size())
        : OptionalLong.empty();
  }
}
