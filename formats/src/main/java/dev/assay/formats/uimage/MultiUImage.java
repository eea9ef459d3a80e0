package dev.assay.formats.uimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A uImage with several files: {@code part-0} is by convention the kernel, {@code part-1} the
 * ramdisk, {@code part-2} a device tree.
 */
public final class MultiUImage implements Container {
  private static final int MAX_PARTS = 64;

  @Override
  public String type() {
    return "application/vnd.u-boot.uimage-multi";
  }

  @Override
  public boolean recognises(Bytes content) {
    Optional<UImageHeader> header = UImageHeader.at(content);
    return header.isPresent() && header.get().imageType() == UImageHeader.MULTI;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    UImageHeader header =
        UImageHeader.at(content)
            .orElseThrow(() -> new Malformed("uimage.header", 0, "not a uImage header"));
    Payload payload = Payload.of(content, header);
    payload.problems().forEach(listing::problem);
    Bytes bytes = payload.bytes();
    List<Long> sizes = sizes(bytes);
    long at = 4L * (sizes.size() + 1);
    for (int i = 0; i < sizes.size(); i++) {
      long size = sizes.get(i);
      long there = Math.clamp(bytes.size() - at, 0, size);
      Entry part =
          Entry.part("part-" + i, Content.of(bytes.slice(Math.min(at, bytes.size()), there)));
      listing.add(
          there == size
              ? part
              : part.withProblems(
                  List.of(
                      new Problem(
                          "uimage.part-out-of-range",
                          UImageHeader.SIZE + at,
                          "file of " + size + " bytes announced, " + there + " are there"))));
      at += size + 3 & ~3L;
    }
  }

  private static List<Long> sizes(Bytes payload) {
    List<Long> sizes = new ArrayList<>();
    Block table = payload.head(4 * (MAX_PARTS + 1));
    for (int i = 0; table.i32be(4 * i) != 0; i++) {
      if (i == MAX_PARTS) {
        throw new Malformed(
            "uimage.parts", UImageHeader.SIZE, "more than " + MAX_PARTS + " files announced");
      }
      sizes.add(table.u32be(4 * i));
    }
    return sizes;
  }
}
