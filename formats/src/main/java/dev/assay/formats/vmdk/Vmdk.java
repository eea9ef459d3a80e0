package dev.assay.formats.vmdk;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;

/** Reads virtual disks of VMware that are one file. */
public final class Vmdk implements Encoding {
  @Override
  public String type() {
    return "application/x-vmdk-disk";
  }

  @Override
  public boolean recognises(Bytes content) {
    return VmdkHeader.of(content).isPresent();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    VmdkHeader header =
        VmdkHeader.of(content)
            .orElseThrow(
                () -> new Malformed("vmdk.header", 0, "the header does not hold together"));
    if (header.directoryAt() < 0) {
      throw new Malformed(
          "vmdk.footer", content.size(), "no footer that says where the grain directory is");
    }
    return new Grains(content, header, memory).disk();
  }
}
