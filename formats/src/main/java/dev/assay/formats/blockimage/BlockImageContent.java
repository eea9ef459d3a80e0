package dev.assay.formats.blockimage;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;

/**
 * Puts an image together out of its data.
 *
 * @param list content of the transfer list
 * @param data what it places
 */
record BlockImageContent(Content list, Content data) implements Content {
  private static final int BLOCK = 4096;
  private static final int STEP = 1 << 18;
  private static final int LARGEST_LIST = 8 << 20;

  @Override
  public long size() {
    return data.size();
  }

  @Override
  public Bytes open(Memory memory) {
    TransferList transfers = TransferList.read(list.whole(memory).text(LARGEST_LIST));
    Bytes bytes = data.whole(memory);
    Sink sink = memory.sink(bytes.size(), -1);
    try {
      for (TransferList.Run run : transfers.runs()) {
        long at = run.start() * BLOCK;
        if (at < sink.size()) {
          throw new Malformed(
              "transfer-list.overlap", -1, "block " + run.start() + " is written twice");
        }
        sink.zeros(at - sink.size());
        copy(bytes, run.from() * BLOCK, run.count() * BLOCK, sink);
      }
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    return sink.toBytes();
  }

  private static void copy(Bytes bytes, long from, long length, Sink sink) {
    for (long done = 0; done < length; ) {
      Block block = bytes.block(from + done, (int) Math.min(STEP, length - done));
      sink.write(block.array(), block.arrayOffset(), block.size());
      done += block.size();
    }
  }
}
