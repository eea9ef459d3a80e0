package dev.assay.formats.ubifs;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.inodes.InodeTree;
import dev.assay.formats.inodes.LinuxDevice;
import dev.assay.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a volume. */
final class UbifsTree implements InodeTree {
  private static final int DATA_AT = 160;
  private static final int ENCRYPTED = 0x40;

  private final Bytes volume;
  private final UbifsFiles files;

  UbifsTree(Bytes volume, UbifsFiles files) {
    this.volume = volume;
    this.files = files;
  }

  @Override
  public String format() {
    return "ubifs";
  }

  @Override
  public long root() {
    return UbifsFiles.ROOT;
  }

  @Override
  public void names(long directory, Taker taker) {
    files.find(directory).ifPresent(inode -> inode.names.forEach(taker::take));
  }

  @Override
  public Entry entry(long number, String path) {
    UbifsFiles.Inode inode = inode(number);
    Block node = node(inode);
    Entry entry = entry(inode, node, path);
    return (node.i32le(108) & ENCRYPTED) == 0
        ? entry
        : Entry.other(path, entry.entryType(), entry.attributes())
            .withProblems(
                List.of(
                    new Problem(
                        "ubifs.encrypted",
                        inode.nodeAt,
                        "content and the names inside are encrypted; not read")));
  }

  private Entry entry(UbifsFiles.Inode inode, Block node, String path) {
    int mode = node.i32le(104);
    Entry.Attributes attributes =
        Entry.Attributes.of(mode, node.i32le(96), node.i32le(100)).withXattrs(attributes(inode));
    EntryType type = EntryType.ofMode(mode);
    return switch (type) {
      case FILE -> {
        long size = node.i64le(48);
        if (size < 0) {
          throw new Malformed("ubifs.size", inode.nodeAt, "file of negative size");
        }
        yield Entry.file(path, attributes, new UbifsContent(volume, inode.blocks, size));
      }
      case DIRECTORY -> Entry.directory(path, attributes);
      case SYMLINK -> Entry.symlink(path, attributes, Names.decode(data(node)));
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(path, type, LinuxDevice.wide(attributes, node.u32le(DATA_AT)));
      default -> Entry.other(path, type, attributes);
    };
  }

  private UbifsFiles.Inode inode(long number) {
    return files
        .find(number)
        .filter(inode -> inode.nodeAt >= 0)
        .orElseThrow(
            () -> new Malformed("ubifs.inode", -1, "inode " + number + " has no node; not read"));
  }

  private Block node(UbifsFiles.Inode inode) {
    return UbifsNode.at(volume, inode.nodeAt, UbifsNode.INODE, DATA_AT).block();
  }

  private Map<String, byte[]> attributes(UbifsFiles.Inode inode) {
    Map<String, byte[]> values = new HashMap<>();
    inode.attributes.forEach((name, number) -> values.put(name, data(node(inode(number)))));
    return values;
  }

  private static byte[] data(Block node) {
    long size = node.u32le(112);
    if (size > node.size() - DATA_AT) {
      throw new Malformed("ubifs.inode", -1, "data of " + size + " bytes do not fit their inode");
    }
    return node.bytes(DATA_AT, (int) size);
  }
}
