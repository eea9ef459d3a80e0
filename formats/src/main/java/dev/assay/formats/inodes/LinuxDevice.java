package dev.assay.formats.inodes;

import dev.assay.formats.Entry;

/** Device numbers as Linux packs them. */
public final class LinuxDevice {
  private LinuxDevice() {}

  /** 16 bits: major, then minor, 8 bits each. */
  public static Entry.Attributes old(Entry.Attributes attributes, long number) {
    return attributes.withDevice(number >> 8 & 0xFF, number & 0xFF);
  }

  /** 32 bits: 12 bits major between the low 8 and the high 12 bits of the minor. */
  public static Entry.Attributes wide(Entry.Attributes attributes, long number) {
    return attributes.withDevice(number >> 8 & 0xFFF, number & 0xFF | number >> 12 & 0xFFF00);
  }
}
