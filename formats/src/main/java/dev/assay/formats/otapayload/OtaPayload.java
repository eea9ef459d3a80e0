package dev.assay.formats.otapayload;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.proto.ProtoMessage;
import dev.assay.model.Problem;
import java.util.List;

/** Reads payloads: the partitions they build are members. */
public final class OtaPayload implements Container {
  private static final int HEADER = 24;
  private static final int MAX_MANIFEST = 64 << 20;

  @Override
  public String type() {
    return "application/vnd.android.ota-payload";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, "CrAU") || content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    return header.i64be(4) == 2 && header.i64be(12) > 0 && header.i64be(12) < content.size();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, HEADER);
    long size = header.i64be(12);
    if (!recognises(content) || size > MAX_MANIFEST) {
      throw new Malformed("payload.header", 12, "no header of version 2 with a manifest in reach");
    }
    ProtoMessage manifest = ProtoMessage.read(content.block(HEADER, (int) size));
    Bytes data = content.from(Math.min(content.size(), HEADER + size + header.u32be(20)));
    long blockSize = manifest.number(3, 4096);
    if (blockSize <= 0 || blockSize > 1 << 20) {
      throw new Malformed("payload.block-size", HEADER, "blocks of " + blockSize + " bytes");
    }
    if (header.u32be(20) == 0 || manifest.number(5, 0) == 0) {
      String message = "manifest or data without a signature";
      listing.problem(new Problem("payload.unsigned", 20, message));
    }
    for (ProtoMessage partition : manifest.messages(13)) {
      listing.add(entry(data, blockSize, partition));
    }
  }

  private static Entry entry(Bytes data, long blockSize, ProtoMessage partition) {
    String name = partition.bytes(1).map(block -> block.utf8(0, block.size())).orElse("");
    List<Operation> operations = partition.messages(8).stream().map(Operation::of).toList();
    ProtoMessage info = partition.message(7);
    byte[] digest = info.bytes(2).map(block -> block.bytes(0, block.size())).orElse(new byte[0]);
    long size = Math.max(0, info.number(1, end(operations) * blockSize));
    Entry entry =
        Entry.part(
            name.replace('/', '_') + ".img",
            new PartitionContent(data, blockSize, operations, size, digest));
    return operations.isEmpty()
        ? entry.withProblems(
            List.of(new Problem("payload.empty", -1, "no operation writes this partition")))
        : entry;
  }

  private static long end(List<Operation> operations) {
    long end = 0;
    for (Operation operation : operations) {
      for (Operation.Extent extent : operation.extents()) {
        end = Math.max(end, extent.start() + extent.count());
      }
    }
    return Math.min(end, 1L << 32);
  }
}
