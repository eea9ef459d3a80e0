package dev.assay.formats.rauc;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.cms.CmsSigned;
import java.nio.charset.StandardCharsets;

/** Reads update bundles of RAUC: the SquashFS, and who signed it. */
public final class RaucBundle implements Container {
  private static final byte[] SQUASHFS = "hsqs".getBytes(StandardCharsets.US_ASCII);
  private static final int SIZE = Long.BYTES;

  /** RAUC itself takes no larger signature. */
  private static final int LARGEST_SIGNATURE = 64 << 10;

  @Override
  public String type() {
    return "application/vnd.rauc.bundle";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, SQUASHFS)
        && content.size() > SQUASHFS.length + SIZE
        && signatureSize(content) > 0
        && CmsSigned.isAllOf(signature(content));
  }

  /** 0 where there is none. */
  private static long signatureSize(Bytes content) {
    long most = Math.min(LARGEST_SIGNATURE, content.size() - SIZE - SQUASHFS.length);
    long size = content.block(content.size() - SIZE, SIZE).i64be(0);
    return size > 0 && size <= most ? size : 0;
  }

  private static Bytes signature(Bytes content) {
    long size = signatureSize(content);
    return content.slice(content.size() - SIZE - size, size);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("rauc.signature", content.size(), "no signature at the end");
    }
    Bytes signature = signature(content);
    long end = content.size() - SIZE - signature.size();
    listing.add(Entry.part("bundle.squashfs", Content.of(content.slice(0, end))));
    Entry entry = Entry.part("signature.cms", Content.of(signature));
    if (!CmsSigned.isDetached(signature)) {
      listing.add(entry);
      return;
    }
    listing.add(entry.withType("application/pkcs7-signature"));
    CmsSigned.listCertificates(signature, listing);
  }
}
