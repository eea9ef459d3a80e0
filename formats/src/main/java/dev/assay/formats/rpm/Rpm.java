package dev.assay.formats.rpm;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Memory;
import java.util.List;
import java.util.OptionalLong;

/** Reads RPM packages: their payload, an archive. */
public final class Rpm implements Encoding, Carvable {
  private static final byte[] MAGIC = {(byte) 0xED, (byte) 0xAB, (byte) 0xEE, (byte) 0xDB, 3};
  private static final int LEAD = 96;

  @Override
  public String type() {
    return "application/x-rpm";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && RpmHeader.at(content, LEAD).entries() >= 0;
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    RpmFile file = RpmFile.read(content);
    return new Decoded(RpmParts.of(content).payload(), content.size(), "", file.problems());
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  /** Nothing says where the payload ends: to the end of the blob. */
  @Override
  public OptionalLong extent(Bytes here) {
    RpmHeader header = RpmParts.of(here).header();
    return header.end() < here.size() ? OptionalLong.of(here.size()) : OptionalLong.empty();
  }
}
