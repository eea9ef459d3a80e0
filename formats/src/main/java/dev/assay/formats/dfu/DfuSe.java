package dev.assay.formats.dfu;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Locale;

/** Reads DfuSe: the elements of all targets are members. */
public final class DfuSe implements Container {
  private static final int PREFIX = 11;
  private static final int TARGET = 274;
  private static final int ELEMENT = 8;
  private static final int MAX_ELEMENTS = 1 << 16;

  @Override
  public String type() {
    return "application/vnd.st.dfuse";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, "DfuSe\1") && content.size() >= PREFIX;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = new Parts(content, "dfuse", listing);
    long end = content.size();
    if (DfuSuffix.of(content).isPresent()) {
      DfuSuffix suffix = DfuSuffix.of(content).get();
      suffix.check(content).forEach(listing::problem);
      end -= suffix.size();
      parts.reserve(end, suffix.size());
    } else {
      listing.problem(new Problem("dfuse.suffix", end, "no DFU suffix at the end"));
    }
    parts.reserve(0, PREFIX);
    long at = PREFIX;
    int elements = 0;
    for (int target = content.block(10, 1).u8(0); target > 0; target--) {
      if (!content.has(at, "Target")) {
        throw new Malformed("dfuse.target", at, "no target where one is expected");
      }
      Block prefix = content.block(at, TARGET);
      parts.reserve(at, TARGET);
      at += TARGET;
      for (long i = prefix.u32le(270); i > 0; i--) {
        if (++elements > MAX_ELEMENTS) {
          throw new Malformed("dfuse.elements", at, "more than " + MAX_ELEMENTS + " elements");
        }
        Block element = content.block(at, ELEMENT);
        String name =
            String.format(Locale.ROOT, "target-%d-0x%08x.bin", prefix.u8(6), element.u32le(0));
        parts.reserve(at, ELEMENT);
        long size = element.u32le(4);
        long there = Math.min(size, Math.max(0, end - at - ELEMENT));
        String message = "element of " + size + " bytes announced, " + there + " are there";
        parts.add(
            name,
            at + ELEMENT,
            there,
            there < size ? List.of(new Problem("dfuse.truncated", at, message)) : List.of());
        at = Math.min(end, at + ELEMENT + size);
      }
    }
    parts.finish();
  }
}
