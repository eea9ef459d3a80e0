package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Reads 7z archives. */
public final class SevenZip implements Container, Carvable {
  private static final byte[] MAGIC = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C};
  private static final int START = 32;
  private static final long MOST_DICTIONARIES = 64L << 30;

  private final long mostDictionaries;

  public SevenZip() {
    this(MOST_DICTIONARIES);
  }

  SevenZip(long mostDictionaries) {
    this.mostDictionaries = mostDictionaries;
  }

  @Override
  public String type() {
    return "application/x-7z-compressed";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && content.size() >= START;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block start = content.block(0, START);
    CRC32 crc = new CRC32();
    crc.update(start.bytes(12, 20));
    if (start.i32le(8) != (int) crc.getValue()) {
      listing.problem(new Problem("7z.start-crc", 8, "the start header does not match its CRC"));
    }
    new Members(Header.read(content, listing), listing, mostDictionaries).list();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    Block start = here.block(0, START);
    CRC32 crc = new CRC32();
    crc.update(start.bytes(12, 20));
    long header = start.i64le(12);
    long size = start.i64le(20);
    long there = here.size() - START;
    boolean fits = header >= 0 && size > 0 && header <= there && size <= there - header;
    return fits && start.i32le(8) == (int) crc.getValue()
        ? OptionalLong.of(START + header + size)
        : OptionalLong.empty();
  }
}
