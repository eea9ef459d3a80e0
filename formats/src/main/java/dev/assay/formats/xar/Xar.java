package dev.assay.formats.xar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads xar archives. */
public final class Xar implements Container, Carvable {
  private static final byte[] MAGIC = {'x', 'a', 'r', '!'};
  private static final int LEAST = 28;
  private static final long MAX_TABLE = 64 << 20;
  private static final int STEP = 64 << 10;

  @Override
  public String type() {
    return "application/x-xar";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && content.size() > LEAST && tableEnd(content) > 0;
  }

  /** Offset of the heap, or −1 where the header does not hold together. */
  private static long tableEnd(Bytes content) {
    Block header = content.block(0, LEAST);
    int size = header.u16be(4);
    long table = header.i64be(8);
    boolean plausible =
        size >= LEAST
            && header.u16be(6) == 1
            && table > 0
            && table <= MAX_TABLE
            && size + table <= content.size();
    return plausible ? size + table : -1;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long heap = tableEnd(content);
    if (heap < 0) {
      throw new Malformed("xar.header", 0, "the header does not hold together");
    }
    long start = content.block(4, 2).u16be(0);
    Bytes table = inflated(content.slice(start, heap - start), listing);
    new TableOfContents(content.from(heap), listing).read(table);
  }

  private static Bytes inflated(Bytes compressed, Listing listing) {
    Sink sink = listing.memory().sink(compressed.size(), -1);
    Inflater inflater = new Inflater();
    try {
      byte[] step = new byte[STEP];
      long fed = 0;
      while (!inflater.finished() && sink.size() < MAX_TABLE) {
        if (inflater.needsInput()) {
          Block input = compressed.blockUpTo(fed, STEP);
          fed += input.size();
          inflater.setInput(input.array(), input.arrayOffset(), input.size());
        }
        int done = inflater.inflate(step);
        sink.write(step, 0, done);
        if (inflater.needsDictionary()) {
          throw new Malformed("xar.table", fed, "the table asks for a dictionary, which none has");
        }
        if (done == 0 && inflater.needsInput() && fed >= compressed.size()) {
          break;
        }
      }
      return sink.toBytes();
    } catch (DataFormatException e) {
      throw new Malformed("xar.table", 0, String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  /** The heap's length stands in the table only: to the end of the blob. */
  @Override
  public OptionalLong extent(Bytes here) {
    return recognises(here) ? OptionalLong.of(here.size()) : OptionalLong.empty();
  }
}
