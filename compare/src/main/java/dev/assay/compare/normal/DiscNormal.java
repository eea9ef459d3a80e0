package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.iso.DiscRecords;
import dev.assay.formats.iso.DiscTime;

/** ISO 9660: without the times of volumes and of their members. */
final class DiscNormal extends MaskedNormal {
  DiscNormal() {
    super("application/x-iso9660-image", "disc");
  }

  @Override
  void tell(Bytes content, Fields fields) {
    DiscRecords.of(
        content,
        new DiscRecords.Taker() {
          @Override
          public void descriptor(Block sector) {
            // Its times are told on their own.
          }

          @Override
          public void record(String path, String stored) {
            // Its times are told on their own.
          }

          @Override
          public void time(DiscTime time) {
            if (time.repeated()) {
              fields.time(time.at(), time.size());
            } else {
              fields.time(time.at(), time.size(), time.of(), time.text());
            }
          }
        });
  }
}
