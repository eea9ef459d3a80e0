package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.iso.DiscRecords;
import dev.assay.formats.iso.DiscTime;

/**
 * ISO 9660: without the times of volumes and of their members. A disc may say that its directories
 * lie where it has other things: what is no date is kept, and so is the area in front of the
 * volumes (ECMA-119 §6.2.1), where programs that start it stand. All else is compared as a member.
 */
final class DiscNormal extends MaskedNormal {
  private static final long SYSTEM_AREA = 16 * 2048;

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
            if (!time.isDate() || time.at() < SYSTEM_AREA) {
              return;
            }
            if (time.repeated()) {
              fields.time(time.at(), time.size());
            } else {
              fields.time(time.at(), time.size(), time.of(), time.text());
            }
          }
        });
  }
}
