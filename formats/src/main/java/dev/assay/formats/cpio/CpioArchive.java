package dev.assay.formats.cpio;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.stream.Search;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks one archive up to its trailer. */
final class CpioArchive {
  private static final String TRAILER = "TRAILER!!!";
  private static final byte[] MAGIC = {'0', '7', '0', '7', '0'};
  private static final int MAX_LINK = 64 << 10;

  private final Bytes content;
  private final Listing listing;
  private final List<Found> found = new ArrayList<>();

  /** The one of an inode's names that carries data. */
  private final Map<CpioHeader.Inode, Content> contents = new HashMap<>();

  private record Found(CpioHeader header, Entry entry) {}

  private CpioArchive(Bytes content, Listing listing) {
    this.content = content;
    this.listing = listing;
  }

  /** Lists the archive that starts at {@code at}; gives the offset after it. */
  static long list(Bytes content, long at, Listing listing) {
    CpioArchive archive = new CpioArchive(content, listing);
    long end = archive.walk(at);
    archive.found.forEach(member -> listing.add(archive.linked(member)));
    return end;
  }

  private long walk(long start) {
    long at = start;
    while (at < content.size()) {
      if (!CpioHeader.isAt(content, at)) {
        at = nextHeader(at);
        continue;
      }
      CpioHeader header = CpioHeader.read(content, at);
      byte[] name =
          content.block(header.nameAt(), header.nameSize() - 1).bytes(0, header.nameSize() - 1);
      String path = Names.decode(name);
      if (path.equals(TRAILER)) {
        return header.next();
      }
      take(header, path);
      at = header.next();
    }
    problem(
        "cpio.no-trailer",
        content.size(),
        "expected the member " + TRAILER + ", found the end: the archive may be cut short");
    return content.size();
  }

  private void take(CpioHeader header, String path) {
    Bytes data;
    List<Problem> problems = new ArrayList<>();
    long available = Math.max(0, content.size() - header.dataAt());
    if (header.size() > available) {
      problems.add(
          new Problem(
              "cpio.truncated",
              header.at(),
              "announces "
                  + header.size()
                  + " bytes, the archive has "
                  + available
                  + "; these are kept"));
      data = available == 0 ? Bytes.of(new byte[0]) : content.from(header.dataAt());
    } else {
      data =
          header.size() == 0
              ? Bytes.of(new byte[0])
              : content.slice(header.dataAt(), header.size());
    }
    found.add(new Found(header, entry(header, path, data).withProblems(problems)));
  }

  private Entry entry(CpioHeader header, String path, Bytes data) {
    Entry.Attributes attributes = Entry.Attributes.of(header.mode(), header.uid(), header.gid());
    EntryType type = EntryType.ofMode(header.mode());
    return switch (type) {
      case DIRECTORY -> Entry.directory(path, attributes);
      case SYMLINK -> Entry.symlink(path, attributes, target(data));
      case CHARACTER_DEVICE, BLOCK_DEVICE ->
          Entry.other(
              path, type, attributes.withDevice(header.deviceMajor(), header.deviceMinor()));
      case FIFO, SOCKET -> Entry.other(path, type, attributes);
      case FILE, HARDLINK -> {
        Content file = header.sum() < 0 ? Content.of(data) : new Summed(data, header.sum());
        if (header.links() > 1 && header.size() > 0) {
          contents.put(header.inode(), file);
        }
        yield Entry.file(path, attributes, file);
      }
    };
  }

  private static String target(Bytes data) {
    Block block = data.head(MAX_LINK);
    return Names.decode(block.bytes(0, block.size()));
  }

  /** The entry, with the content of the inode where the data stands at another of its names. */
  private Entry linked(Found member) {
    CpioHeader header = member.header();
    Entry entry = member.entry();
    boolean empty = entry.entryType() == EntryType.FILE && header.links() > 1 && header.size() == 0;
    Content shared = empty ? contents.get(header.inode()) : null;
    return shared == null
        ? entry
        : new Entry(
            entry.path(),
            entry.entryType(),
            entry.attributes(),
            "",
            Optional.of(shared),
            "",
            Optional.empty(),
            entry.problems());
  }

  /**
   * After damage, the next header; the ASCII variants only, whose magic is long enough to search
   * for.
   */
  private long nextHeader(long damaged) {
    long at = Search.next(content, MAGIC, damaged + 1);
    while (at >= 0 && !CpioHeader.isAt(content, at)) {
      at = Search.next(content, MAGIC, at + 1);
    }
    at = at < 0 ? content.size() : at;
    problem(
        "cpio.header",
        damaged,
        "expected a header, found none; " + (at - damaged) + " bytes skipped to the next one");
    return at;
  }

  private void problem(String code, long offset, String message) {
    listing.problem(new Problem(code, offset, message));
  }

  /** Data whose bytes must add up to a number. */
  private record Summed(Bytes bytes, long sum) implements Content {
    private static final int STEP = 64 << 10;

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public Bytes open(Memory memory) {
      long computed = 0;
      for (long at = 0; at < bytes.size(); at += STEP) {
        Block step = bytes.blockUpTo(at, STEP);
        for (int i = 0; i < step.size(); i++) {
          computed += step.u8(i);
        }
      }
      if ((computed & 0xFFFF_FFFFL) != sum) {
        throw new Partial(
            bytes,
            new Malformed(
                "cpio.sum",
                -1,
                "bytes add up to " + computed + ", header says " + sum + "; kept anyway"));
      }
      return bytes;
    }
  }
}
