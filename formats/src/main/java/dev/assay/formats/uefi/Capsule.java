package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Guid;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import java.util.Set;

/** Reads update capsules that hold one payload. */
public final class Capsule implements Container {
  private static final int LEAST = 28;
  private static final Set<String> KINDS =
      Set.of(
          // EFI, Intel, Aptio signed and unsigned
          "3b6686bd-0d76-4030-b70e-b5519e2fc5a0",
          "539182b9-abb5-4391-b69a-e3a943f72fcc",
          "4a3ca68b-7723-48fb-803d-578cc1fec44d",
          "14eebb90-890a-43db-aed1-5d3c4588a418");

  @Override
  public String type() {
    return "application/vnd.uefi.capsule";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < LEAST) {
      return false;
    }
    Block header = content.block(0, LEAST);
    return header.u32le(16) >= LEAST
        && header.u32le(16) < content.size()
        && KINDS.contains(Guid.at(header, 0));
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("capsule.header", 0, "no capsule header of a known kind");
    }
    Block header = content.block(0, LEAST);
    long size = header.u32le(16);
    Parts parts = new Parts(content, "capsule", listing);
    parts.reserve(0, size);
    parts.add("payload", size, Math.max(0, header.u32le(24) - size));
    parts.finish();
  }
}
