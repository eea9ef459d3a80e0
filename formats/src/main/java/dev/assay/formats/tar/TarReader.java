package dev.assay.formats.tar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks one archive. */
final class TarReader {
  /** Names, links and pax records are small; what is larger is not read. */
  private static final int MAX_EXTRA = 16 << 20;

  private final Bytes content;
  private final Listing listing;

  private PaxRecords global = PaxRecords.NONE;
  private PaxRecords local = PaxRecords.NONE;
  private Optional<byte[]> longName = Optional.empty();
  private Optional<byte[]> longLink = Optional.empty();

  TarReader(Bytes content, Listing listing) {
    this.content = content;
    this.listing = listing;
  }

  void read() {
    long at = 0;
    while (content.size() - at >= TarHeader.SIZE) {
      Block block = content.block(at, TarHeader.SIZE);
      if (TarHeader.isZero(block)) {
        if (isEnd(at)) {
          return;
        }
        at += TarHeader.SIZE;
      } else if (TarHeader.isSound(block)) {
        at = header(at);
      } else {
        at = nextHeader(at);
      }
    }
    // Some writers of container images leave the end blocks out, so an end behind a member is no
    // sign of a cut.
    if (at < content.size() && Zeros.after(content, at) < content.size()) {
      problem(
          "tar.truncated",
          at,
          "ends in a header after " + (content.size() - at) + " of its 512 bytes");
    }
  }

  private boolean isEnd(long at) {
    long rest = content.size() - at;
    if (rest < 2 * TarHeader.SIZE
        || TarHeader.isZero(content.block(at + TarHeader.SIZE, TarHeader.SIZE))) {
      reportTrailingData(Zeros.after(content, at));
      return true;
    }
    problem("tar.zero-block", at, "a single zero block inside the archive; read on");
    return false;
  }

  /** Writers fill up records of 10 KiB with zeros; anything else is not part of the archive. */
  private void reportTrailingData(long at) {
    if (at < content.size()) {
      problem(
          "tar.trailing-data",
          at,
          (content.size() - at) + " bytes follow the end of the archive; listed as `[trailing]`");
      listing.add(Entry.part("[trailing]", Content.of(content.from(at))));
    }
  }

  /** Reads one header and what it needs; gives the offset of the next. */
  private long header(long at) {
    TarHeader header;
    try {
      header = TarHeader.read(content, at);
    } catch (Malformed damage) {
      listing.problem(damage.problem());
      return nextHeader(at);
    }
    return switch (header.type()) {
      case 'x', 'X' -> {
        Extra extra = extra(header);
        local = records(local, extra);
        yield extra.end();
      }
      case 'g' -> {
        Extra extra = extra(header);
        global = records(global, extra);
        yield extra.end();
      }
      case 'L' -> {
        Extra extra = extra(header);
        longName = Optional.of(untilNul(extra.bytes()));
        yield extra.end();
      }
      case 'K' -> {
        Extra extra = extra(header);
        longLink = Optional.of(untilNul(extra.bytes()));
        yield extra.end();
      }
      case 'V' -> extra(header).end();
      default -> member(header);
    };
  }

  private record Extra(byte[] bytes, long at, long end) {}

  private Extra extra(TarHeader header) {
    long start = header.at() + TarHeader.SIZE;
    long size = header.size();
    if (size < 0 || size > MAX_EXTRA || size > content.size() - start) {
      problem(
          "tar.extra",
          header.at(),
          "record of type " + header.type() + " with " + size + " bytes; not read");
      return new Extra(
          new byte[0],
          start,
          size > MAX_EXTRA && size <= content.size() - start ? padded(start, size) : start);
    }
    return new Extra(
        content.block(start, (int) size).bytes(0, (int) size), start, padded(start, size));
  }

  private PaxRecords records(PaxRecords before, Extra extra) {
    try {
      return before.and(extra.bytes(), extra.at());
    } catch (Malformed damage) {
      listing.problem(damage.problem());
      return before;
    }
  }

  private long member(TarHeader header) {
    PaxRecords records = local.over(global);
    String path = Names.decode(longName.or(() -> records.value("path")).orElse(header.name()));
    String link = Names.decode(longLink.or(() -> records.value("linkpath")).orElse(header.link()));
    String sparseName = records.value("GNU.sparse.name").map(Names::decode).orElse(path);
    local = PaxRecords.NONE;
    longName = Optional.empty();
    longLink = Optional.empty();

    List<Problem> problems = new ArrayList<>();
    long extension = header.type() == 'S' ? SparseMap.oldGnuExtension(content, header) : 0;
    long start = header.at() + TarHeader.SIZE + extension;
    long size = hasData(header) ? stored(header, records) : 0;
    long available = content.size() - start;
    if (size < 0 || size > available) {
      problems.add(
          new Problem(
              "tar.truncated",
              header.at(),
              "announces " + size + " bytes, the archive has " + available + "; these are kept"));
      size = Math.max(0, available);
    }
    Entry.Attributes attributes = attributes(header, records);
    Entry entry =
        switch (header.type()) {
          case '1' -> Entry.hardlink(path, attributes, link);
          case '2' -> Entry.symlink(path, attributes, link);
          case '3', '4' -> device(header, path, attributes);
          case '5', 'D' -> Entry.directory(path, attributes);
          case '6' -> Entry.other(path, EntryType.FIFO, attributes);
          default ->
              path.endsWith("/") && !TarHeader.isUstar(header.block())
                  ? Entry.directory(path, attributes)
                  : Entry.file(
                      sparseName,
                      attributes,
                      content(header, records, content.slice(start, size), problems));
        };
    listing.add(entry.withProblems(problems));
    return padded(start, size);
  }

  private Content content(
      TarHeader header, PaxRecords records, Bytes data, List<Problem> problems) {
    try {
      switch (header.type()) {
        case 'S' -> {
          return SparseMap.ofOldGnu(content, header).content(data);
        }
        case 'M' ->
            problems.add(
                new Problem(
                    "tar.volume",
                    header.at(),
                    "continues a member of another volume; its start is missing"));
        case '0', '\0', '7' -> {}
        default ->
            problems.add(
                new Problem(
                    "tar.type",
                    header.at(),
                    "type " + (int) header.type() + " is unknown; read as a file"));
      }
      return PaxSparse.content(records, data).orElseGet(() -> Content.of(data));
    } catch (Malformed damage) {
      problems.add(damage.problem());
      return Content.of(data);
    }
  }

  private Entry device(TarHeader header, String path, Entry.Attributes attributes) {
    EntryType type = header.type() == '3' ? EntryType.CHARACTER_DEVICE : EntryType.BLOCK_DEVICE;
    try {
      return Entry.other(
          path, type, attributes.withDevice(header.deviceMajor(), header.deviceMinor()));
    } catch (Malformed damage) {
      return Entry.other(path, type, attributes).withProblems(List.of(damage.problem()));
    }
  }

  /**
   * POSIX: links, devices and directories have no data, whatever their size says; pax allows hard
   * links to have it. A header right behind a hard link tells that this one has none.
   */
  private boolean hasData(TarHeader header) {
    return switch (header.type()) {
      case '2', '3', '4', '5', '6' -> false;
      case '1' -> {
        long next = header.at() + TarHeader.SIZE;
        yield header.size() > 0
            && content.size() - next >= TarHeader.SIZE
            && !TarHeader.isZero(content.block(next, TarHeader.SIZE))
            && !TarHeader.isSound(content.block(next, TarHeader.SIZE));
      }
      default -> true;
    };
  }

  /** Some writers tell of a sparse file how large it is, and in the header what is stored of it. */
  private static long stored(TarHeader header, PaxRecords records) {
    long told = records.number("size").orElse(header.size());
    boolean whole = PaxSparse.realSize(records).filter(size -> size == told).isPresent();
    return whole && header.size() > 0 ? Math.min(told, header.size()) : told;
  }

  private static Entry.Attributes attributes(TarHeader header, PaxRecords records) {
    int uid = (int) records.number("uid").orElse(header.uid());
    int gid = (int) records.number("gid").orElse(header.gid());
    return Entry.Attributes.of(header.mode(), uid, gid).withXattrs(records.xattrs());
  }

  /** After damage, the next block that is a header. */
  private long nextHeader(long damaged) {
    long at = damaged + TarHeader.SIZE;
    while (content.size() - at >= TarHeader.SIZE) {
      Block block = content.block(at, TarHeader.SIZE);
      if (TarHeader.isUstar(block) && TarHeader.isSound(block)) {
        break;
      }
      at += TarHeader.SIZE;
    }
    problem(
        "tar.header",
        damaged,
        "expected a header with a right checksum; "
            + (at - damaged)
            + " bytes skipped to the next one");
    return at;
  }

  private static long padded(long start, long size) {
    return start + (size + TarHeader.SIZE - 1) / TarHeader.SIZE * TarHeader.SIZE;
  }

  private static byte[] untilNul(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return Arrays.copyOf(text, end);
  }

  private void problem(String code, long offset, String message) {
    listing.problem(new Problem(code, offset, message));
  }
}
