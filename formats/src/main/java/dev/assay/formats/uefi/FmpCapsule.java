package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Guid;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.model.Problem;
import java.util.Set;

/** Reads update capsules of the firmware management protocol: drivers and images for devices. */
public final class FmpCapsule implements Container {
  private static final String KIND = "6dcbd5ed-e82d-4c44-bda1-7194199ad92a";
  private static final int CAPSULE_HEADER = 28;
  private static final int HEADER = 8;
  private static final int MOST_ITEMS = 1024;

  /** PKCS#7, and RSA with 2048 bits over SHA-256. */
  private static final Set<String> CERTIFICATES =
      Set.of("4aafd29d-68df-49ee-8aa9-347d375665a7", "a7717414-c616-4977-9420-844712a735bf");

  private static final int CERTIFICATE = 24;
  private static final int COUNT = 8;

  @Override
  public String type() {
    return "application/vnd.uefi.fmp-capsule";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < CAPSULE_HEADER) {
      return false;
    }
    Block header = content.block(0, CAPSULE_HEADER);
    long start = header.u32le(16);
    return Guid.at(header, 0).equals(KIND)
        && start >= CAPSULE_HEADER
        && content.size() - start >= HEADER
        && content.block(start, HEADER).u32le(0) == 1;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("capsule.header", 0, "no header of firmware management");
    }
    long start = content.block(0, CAPSULE_HEADER).u32le(16);
    Block header = content.block(start, HEADER);
    int drivers = header.u16le(4);
    int items = drivers + header.u16le(6);
    long offsets = start + HEADER;
    if (items > MOST_ITEMS || content.size() - offsets < 8L * items) {
      throw new Malformed("capsule.items", start, items + " offsets do not fit the capsule");
    }
    Parts parts = new Parts(content, "capsule", listing);
    parts.reserve(0, offsets + 8L * items);
    Block table = content.block(offsets, 8 * items);
    for (int i = 0; i < items; i++) {
      long at = start + Math.clamp(table.i64le(8 * i), 0, content.size());
      long next = i + 1 < items ? start + table.i64le(8 * (i + 1)) : content.size();
      if (i < drivers) {
        parts.add("driver-" + (i + 1) + ".efi", at, Math.max(0, next - at));
      } else {
        image(content, at, i - drivers + 1, parts, listing);
      }
    }
    parts.finish();
  }

  private static void image(Bytes content, long at, int number, Parts parts, Listing listing) {
    int size = headerSize(content, at);
    Block header = content.block(at, size);
    long image = header.u32le(24);
    long vendorCode = header.u32le(28);
    parts.reserve(at, size);
    long signed = authentication(content.slice(at + size, content.size() - at - size), image);
    if (signed == 0) {
      listing.problem(
          new Problem("capsule.unsigned", at, "image " + number + " without a signature"));
    }
    parts.reserve(at + size, signed);
    parts.add("image-" + number + ".bin", at + size + signed, image - signed);
    parts.add("vendor-code-" + number + ".bin", at + size + image, vendorCode);
  }

  private static int headerSize(Bytes content, long at) {
    long there = content.size() - at;
    int size =
        switch (there < 4 ? 0 : (int) content.block(at, 4).u32le(0)) {
          case 1 -> 32;
          case 2 -> 40;
          case 3 -> 48;
          default -> throw new Malformed("capsule.image", at, "no image of version 1, 2 or 3");
        };
    if (there < size) {
      throw new Malformed("capsule.image", at, "the header of an image is cut");
    }
    return size;
  }

  /** Bytes of a count and a certificate before the firmware of an image; 0 where there are none. */
  private static long authentication(Bytes rest, long image) {
    if (rest.size() < COUNT + CERTIFICATE) {
      return 0;
    }
    Block block = rest.block(COUNT, CERTIFICATE);
    long size = COUNT + block.u32le(0);
    boolean there =
        block.u16le(4) == 0x0200
            && block.u16le(6) == 0x0EF1
            && CERTIFICATES.contains(Guid.at(block, 8));
    return there && size > COUNT + CERTIFICATE && size <= Math.min(image, rest.size()) ? size : 0;
  }
}
