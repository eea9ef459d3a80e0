package dev.assay.formats.otapayload;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries a partition's operations out, in the order of what they write. */
final class PartitionContent implements Content {
  private static final int MAX_DATA = 64 << 20;

  /** How often an operation's data may be decoded, on average. */
  private static final long MAX_DECODINGS = 4;

  private final Bytes data;
  private final long blockSize;
  private final List<Operation> operations;
  private final long size;
  private final byte[] digest;

  /**
   * @param data what offsets of operations are relative to
   * @param blockSize in bytes
   * @param size bytes of the partition
   * @param digest SHA-256 of the partition; empty where it is not told
   */
  PartitionContent(
      Bytes data, long blockSize, List<Operation> operations, long size, byte[] digest) {
    this.data = data;
    this.blockSize = blockSize;
    this.operations = operations;
    this.size = size;
    this.digest = digest;
  }

  @Override
  public long size() {
    return size;
  }

  /** A run of blocks that one operation writes, and where in its data they are. */
  private record Run(Operation operation, long start, long count, long within) {}

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (Operation operation : operations) {
      long within = 0;
      for (Operation.Extent extent : operation.extents()) {
        runs.add(new Run(operation, extent.start(), extent.count(), within));
        within += extent.count();
      }
    }
    runs.sort(Comparator.comparingLong(Run::start));
    return runs;
  }

  @Override
  public Bytes open(Memory memory) {
    for (Operation operation : operations) {
      if (operation.needsImageBefore()) {
        throw new Malformed(
            "payload.delta", -1, "operation " + operation.type() + " needs the image before");
      }
    }
    long compressed = operations.stream().mapToLong(Operation::length).sum();
    Sink sink = memory.sink(Math.clamp(compressed, 1, data.size() + 1), -1);
    try {
      write(sink);
    } catch (Malformed damaged) {
      throw new Partial(sink.toBytes(), damaged);
    }
    Bytes whole = sink.toBytes();
    if (digest.length > 0) {
      for (Problem wrong :
          Sums.check("payload.digest", -1, digest, Sums.digest("SHA-256", whole))) {
        throw new Partial(whole, new Malformed(wrong.code(), -1, wrong.message()));
      }
    }
    return whole;
  }

  private void write(Sink sink) {
    // Operations write one run each as a rule, so what was decoded last is enough to keep.
    Operation decodedOf = new Operation(Operation.ZERO, 0, 0, List.of());
    byte[] decoded = new byte[0];
    long decodings = 0;
    for (Run run : runs()) {
      long at = run.start() * blockSize;
      if (at < sink.size()) {
        throw new Malformed("payload.overlap", -1, "block " + run.start() + " is written twice");
      }
      sink.zeros(Math.min(at, size) - Math.min(sink.size(), size));
      long wanted = Math.clamp(size - at, 0, run.count() * blockSize);
      if (run.operation().writesZeros()) {
        sink.zeros(wanted);
        continue;
      }
      if (!run.operation().equals(decodedOf)) {
        if (++decodings > MAX_DECODINGS * operations.size()) {
          throw new Malformed("payload.scattered", -1, "operations write in turns, block by block");
        }
        decoded = decoded(run.operation());
        decodedOf = run.operation();
      }
      long from = run.within() * blockSize;
      if (from > decoded.length || wanted > decoded.length - from) {
        throw new Malformed("payload.data", -1, "data of block " + run.start() + " is too short");
      }
      sink.write(decoded, (int) from, (int) wanted);
    }
    sink.zeros(Math.max(0, size - sink.size()));
  }

  private byte[] decoded(Operation operation) {
    long blocks = 0;
    for (Operation.Extent extent : operation.extents()) {
      blocks = Math.min(MAX_DATA, blocks + extent.count());
    }
    int room = (int) Math.min(MAX_DATA, blocks * blockSize);
    Bytes bytes = data.slice(operation.offset(), operation.length());
    return switch (operation.type()) {
      case Operation.BZIP2 -> Codec.bzip2(bytes, room);
      case Operation.XZ -> Codec.xz(bytes, room);
      default -> {
        Block block = bytes.head(room);
        yield block.bytes(0, block.size());
      }
    };
  }
}
