package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Guid;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import java.util.Map;

/** Reads the key databases of Secure Boot: certificates are members. */
public final class SignatureList implements Container {
  private static final int HEADER = 28;
  private static final String CERTIFICATE = "a5c059a1-94e4-4aa7-87b5-ab155c2bf072";
  private static final Map<String, String> TYPES =
      Map.of(
          CERTIFICATE,
          "der",
          "c1c41626-504c-4092-aca9-41f936934328",
          "sha256",
          "3c5766e8-269c-4e34-aa14-ed776e85b3b6",
          "rsa2048",
          "826ca512-cf10-4ac9-b187-be01496631bd",
          "sha1");

  @Override
  public String type() {
    return "application/vnd.uefi.signature-list";
  }

  @Override
  public boolean recognises(Bytes content) {
    return isList(content, 0);
  }

  private static boolean isList(Bytes content, long at) {
    if (content.size() - at < HEADER) {
      return false;
    }
    Block header = content.block(at, HEADER);
    long size = header.u32le(16);
    long signature = header.u32le(24);
    return size <= content.size() - at
        && signature > Guid.SIZE
        && HEADER + header.u32le(20) + signature <= size
        && TYPES.containsKey(Guid.at(header, 0));
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!isList(content, 0)) {
      throw new Malformed("uefi.signatures", 0, "no sound signature list");
    }
    long at = 0;
    int number = 0;
    while (isList(content, at)) {
      Block header = content.block(at, HEADER);
      String type = Guid.at(header, 0);
      long size = header.u32le(24);
      long end = at + header.u32le(16);
      // Lists of digests have thousands, which mean nothing one by one.
      if (!type.equals(CERTIFICATE)) {
        listing.add(entry(content.slice(at, end - at), number++, type));
      } else {
        for (long one = at + HEADER + header.u32le(20); one + size <= end; one += size) {
          listing.add(entry(content.slice(one + Guid.SIZE, size - Guid.SIZE), number++, type));
        }
      }
      at = end;
    }
  }

  private static Entry entry(Bytes bytes, int number, String type) {
    String name = "signature-" + number + "." + TYPES.get(type);
    Content content = Content.of(bytes);
    return Entry.part(
        name,
        type.equals(CERTIFICATE) ? content : Content.opening(Content.Opening.NOWHERE, content));
  }
}
