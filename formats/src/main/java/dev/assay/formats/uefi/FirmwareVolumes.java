package dev.assay.formats.uefi;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import java.util.Locale;
import java.util.Optional;

/** Reads images that start with a firmware volume and go on behind it. */
public final class FirmwareVolumes implements Container {
  private static final int MAX_VOLUMES = 4096;

  @Override
  public String type() {
    return "application/vnd.uefi.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    return VolumeHeader.at(content, 0).filter(h -> h.length() < content.size()).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Parts parts = new Parts(content, "uefi", listing);
    long at = 0;
    for (int i = 0; i < MAX_VOLUMES; i++) {
      Optional<VolumeHeader> header = VolumeHeader.at(content, at);
      if (header.isEmpty()) {
        break;
      }
      parts.add(String.format(Locale.ROOT, "volume-0x%x", at), at, header.get().length());
      at += header.get().length();
    }
    parts.finish();
  }
}
