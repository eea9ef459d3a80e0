package dev.assay.formats.arm64;

import dev.assay.formats.Bytes;
import dev.assay.formats.Leaf;
import dev.assay.formats.kernel.CompressedKernel;

/** A Linux kernel for 64-bit ARM, not compressed. */
public final class Arm64Image implements Leaf {
  private static final int MAGIC = 0x38;
  private static final int HEADER = 0x40;

  /** The type under which kernels are looked into. */
  @Override
  public String type() {
    return CompressedKernel.TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() >= HEADER && content.has(MAGIC, "ARMd");
  }
}
