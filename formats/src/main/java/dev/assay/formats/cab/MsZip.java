package dev.assay.formats.cab;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses the blocks of one stream, each of which may refer to the one before. */
final class MsZip implements CabCodec {
  private static final int BLOCK = 32 << 10;

  private final Inflater inflater = new Inflater(true);
  private byte[] block = new byte[BLOCK];
  private byte[] before = new byte[BLOCK];
  private int known;

  @Override
  public void decompress(Block data, int wanted, long at, Sink sink) {
    if (data.size() < 2 || data.u8(0) != 'C' || data.u8(1) != 'K' || wanted > BLOCK) {
      throw new Malformed("cab.block", at, "no block of MSZIP");
    }
    inflater.reset();
    if (known > 0) {
      inflater.setDictionary(before, 0, known);
    }
    inflater.setInput(data.array(), data.arrayOffset() + 2, data.size() - 2);
    int done = 0;
    try {
      while (done < wanted && !inflater.finished()) {
        int step = inflater.inflate(block, done, wanted - done);
        if (step == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        done += step;
      }
    } catch (DataFormatException e) {
      throw new Malformed("cab.block", at, String.valueOf(e.getMessage()));
    }
    sink.write(block, 0, done);
    if (done < wanted) {
      throw new Malformed("cab.block", at, "block of " + done + " bytes, not " + wanted);
    }
    byte[] written = block;
    block = before;
    before = written;
    known = done;
  }

  @Override
  public void end() {
    inflater.end();
  }
}
