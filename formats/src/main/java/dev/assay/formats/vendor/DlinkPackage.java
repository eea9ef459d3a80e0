package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;

/** Reads the packages (FPKG, CPKG) of D-Link's DFL firewalls. */
public final class DlinkPackage implements Container {
  private static final byte[] VERSION = {1, 0, 0, 0};
  private static final int FIXED = 12;
  private static final int MEMBER = 28;
  private static final int NAME_AT = 12;
  private static final int MAX_MEMBERS = 4096;

  @Override
  public String type() {
    return "application/vnd.dlink.package";
  }

  @Override
  public boolean recognises(Bytes content) {
    return (content.has(0, "FPKG") || content.has(0, "CPKG"))
        && content.has(4, VERSION)
        && content.size() >= FIXED
        && first(content) >= FIXED
        && first(content) < content.size();
  }

  private static long first(Bytes content) {
    return content.block(0, FIXED).u32be(8);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("fpkg.header", 0, "no header of a package");
    }
    Parts parts = new Parts(content, "fpkg", listing);
    long at = first(content);
    parts.reserve(0, at);
    for (int i = 0; i < MAX_MEMBERS && content.size() - at >= MEMBER; i++) {
      Block member = content.block(at, MEMBER);
      long size = member.u32be(8);
      if (member.u32be(0) != MEMBER) {
        break;
      }
      parts.reserve(at, MEMBER);
      parts.add(member.cString(NAME_AT, MEMBER - NAME_AT).strip(), at + MEMBER, size);
      at = Math.min(at + MEMBER + size, content.size());
    }
    parts.finish();
  }
}
