package dev.assay.formats.uimage;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A uImage with one payload. */
public final class UImage implements Encoding, Carvable {
  public static final String TYPE = "application/vnd.u-boot.uimage";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    Optional<UImageHeader> header = UImageHeader.at(content);
    return header.isPresent() && header.get().imageType() != UImageHeader.MULTI;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    UImageHeader header =
        UImageHeader.at(content)
            .orElseThrow(() -> new Malformed("uimage.header", 0, "not a uImage header"));
    Payload payload = Payload.of(content, header);
    return new Decoded(
        payload.bytes(), UImageHeader.SIZE + payload.bytes().size(), "", payload.problems());
  }

  @Override
  public List<byte[]> magics() {
    return List.of(UImageHeader.MAGIC);
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return UImageHeader.at(here)
        .filter(UImageHeader::crcMatches)
        .map(h -> OptionalLong.of(Math.min(here.size(), UImageHeader.SIZE + h.payloadSize())))
        .orElse(OptionalLong.empty());
  }
}
