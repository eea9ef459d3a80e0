package dev.assay.formats.dfu;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;

/** A program with a DFU suffix. */
public final class Dfu implements Encoding {
  @Override
  public String type() {
    return "application/vnd.usb.dfu";
  }

  @Override
  public boolean recognises(Bytes content) {
    return DfuSuffix.of(content).isPresent();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    DfuSuffix suffix =
        DfuSuffix.of(content)
            .orElseThrow(() -> new Malformed("dfu.suffix", content.size(), "no DFU suffix"));
    Bytes program = content.slice(0, content.size() - suffix.size());
    return new Decoded(program, content.size(), "", suffix.check(content));
  }
}
