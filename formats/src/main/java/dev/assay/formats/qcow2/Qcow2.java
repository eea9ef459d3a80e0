package dev.assay.formats.qcow2;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;

/** Reads virtual disks of QEMU. */
public final class Qcow2 implements Encoding {
  @Override
  public String type() {
    return "application/x-qemu-disk";
  }

  @Override
  public boolean recognises(Bytes content) {
    return QcowHeader.of(content).isPresent();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    QcowHeader header =
        QcowHeader.of(content)
            .orElseThrow(
                () -> new Malformed("qcow2.header", 0, "the header does not hold together"));
    header.refuseUnreadable();
    return new Clusters(content, header, memory).disk();
  }
}
