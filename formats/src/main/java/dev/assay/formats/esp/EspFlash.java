package dev.assay.formats.esp;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;

/** Reads a whole flash of such a microcontroller by its partition table. */
public final class EspFlash implements Container {
  private static final int TABLE_AT = 0x8000;

  @Override
  public String type() {
    return "application/vnd.espressif.flash";
  }

  @Override
  public boolean recognises(Bytes content) {
    return EspPartition.isTable(content, TABLE_AT);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = new Parts(content, "esp", listing);
    EspPartition.digestProblems(content, TABLE_AT).forEach(listing::problem);
    parts.add("partition-table", TABLE_AT, Math.min(EspPartition.TABLE, content.size() - TABLE_AT));
    for (EspPartition partition : EspPartition.table(content, TABLE_AT)) {
      // Flash that was read out is often shorter than the table plans for.
      if (partition.offset() < content.size()) {
        parts.add(partition.name(), partition.offset(), partition.size());
      }
    }
    for (int bootLoader : new int[] {0x1000, 0x2000, 0}) {
      if (content.has(bootLoader, (byte) 0xE9)) {
        parts.add("bootloader", bootLoader, TABLE_AT - bootLoader);
        break;
      }
    }
    parts.finish();
  }
}
