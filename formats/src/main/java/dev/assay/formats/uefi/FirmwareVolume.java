package dev.assay.formats.uefi;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Reads one firmware volume: its files, or its variables. */
public final class FirmwareVolume implements Container, Carvable {
  private static final String VARIABLES = "fff12b8d-7696-4c8b-a985-2747075b4f50";
  private static final List<String> FILES =
      List.of(
          "7a9354d9-0468-444a-81ce-0bf617d890df",
          "8c8ce578-8a3d-4f1c-9935-896185c32dd3",
          "5473c07a-3dcb-4dca-bd6f-1e9689e7349a");

  @Override
  public String type() {
    return "application/vnd.uefi.firmware-volume";
  }

  @Override
  public boolean recognises(Bytes content) {
    return VolumeHeader.at(content, 0).filter(h -> h.length() == content.size()).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    VolumeHeader header =
        VolumeHeader.at(content, 0)
            .orElseThrow(() -> new Malformed("uefi.volume", 0, "no sound volume header"));
    Bytes volume = content.slice(0, header.length());
    if (FILES.contains(header.fileSystem())) {
      new VolumeFiles(volume, header, listing).list();
    } else if (header.fileSystem().equals(VARIABLES)) {
      VariableStore.list(volume, header.filesAt(), listing);
    } else {
      listing.add(Entry.part("content", Content.of(volume.from(header.filesAt()))));
    }
  }

  @Override
  public List<byte[]> magics() {
    return List.of(VolumeHeader.MAGIC.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int magicOffset() {
    return VolumeHeader.MAGIC_AT;
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return VolumeHeader.at(here, 0)
        .map(header -> OptionalLong.of(header.length()))
        .orElse(OptionalLong.empty());
  }
}
