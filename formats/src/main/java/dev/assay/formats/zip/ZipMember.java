package dev.assay.formats.zip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One member while it is listed: its header, where its data is, and what is wrong with it. */
final class ZipMember {
  private static final int DOS_DIRECTORY = 0x10;
  private static final int MAX_LINK = 64 << 10;

  final ZipHeader header;

  /** Offset of the local header. */
  final long start;

  /** Offset after the data. */
  final long end;

  private Optional<Bytes> stored;
  private final List<Problem> problems = new ArrayList<>();

  private ZipMember(ZipHeader header, long start, long end, Optional<Bytes> stored) {
    this.header = header;
    this.start = start;
    this.end = end;
    this.stored = stored;
  }

  /**
   * A member of the central directory.
   *
   * @param shift bytes before the archive
   */
  static ZipMember of(Bytes content, ZipHeader central, long shift, ZipRules rules) {
    long start = central.local() + shift;
    try {
      ZipHeader local = ZipHeader.local(content, start);
      long size = rules.length(central);
      long available = content.size() - local.end();
      boolean cut = size < 0 || size > available;
      long length = cut ? available : size;
      ZipMember member =
          new ZipMember(
              central,
              start,
              local.end() + length,
              Optional.of(content.slice(local.end(), length)));
      if (cut) {
        member.problem(
            "zip.truncated",
            "announces " + size + " bytes, the archive has " + available + "; these are read");
      }
      member.compare(local);
      return member;
    } catch (Malformed damage) {
      ZipMember member = new ZipMember(central, start, start, Optional.empty());
      member.problems.add(damage.problem());
      return member;
    }
  }

  /** A member of an archive without a directory. */
  static ZipMember of(ZipHeader local, Bytes stored, long end) {
    return new ZipMember(local, local.local(), end, Optional.of(stored));
  }

  String path() {
    return Names.decode(header.name());
  }

  void problem(String code, String message) {
    problems.add(new Problem(code, start, message));
  }

  /**
   * Readers differ in which header they believe, so a difference can hide content from some of
   * them.
   */
  private void compare(ZipHeader local) {
    boolean names = Arrays.equals(local.name(), header.name());
    boolean sizes =
        local.hasDescriptor()
            || (local.compressedSize() == header.compressedSize()
                && local.size() == header.size()
                && local.crc() == header.crc());
    if (!names
        || local.method() != header.method()
        || local.isEncrypted() != header.isEncrypted()
        || !sizes) {
      problem(
          "zip.header-mismatch",
          "local header says `"
              + Names.decode(local.name())
              + "`, method "
              + local.method()
              + ", "
              + local.size()
              + " bytes; the central directory `"
              + path()
              + "`, method "
              + header.method()
              + ", "
              + header.size()
              + " bytes; the directory is followed");
    }
  }

  /** Records that its bytes are another member's as well. */
  void shares(ZipMember other) {
    problem("zip.overlap", "shares bytes of the archive with `" + other.path() + "`");
  }

  /** Gives up its content, because bytes that several members share were read often enough. */
  void leaveOut() {
    problem("limit.overlap", "members share more bytes than the archive has; content not read");
    stored = Optional.empty();
  }

  Entry entry(Memory memory, ZipRules rules) {
    String path = path();
    int mode = rules.mode(header);
    Entry.Attributes attributes = Entry.Attributes.of(mode, header.uid(), header.gid());
    EntryType type = type(path, mode);
    Optional<Content> content =
        type == EntryType.FILE || type == EntryType.SYMLINK ? content(rules) : Optional.empty();
    Entry entry =
        switch (type) {
          case DIRECTORY -> Entry.directory(path, attributes);
          case SYMLINK -> Entry.symlink(path, attributes, target(content, memory));
          case FILE, HARDLINK ->
              content
                  .map(present -> Entry.file(path, attributes, present))
                  .orElseGet(() -> Entry.other(path, EntryType.FILE, attributes));
          default -> Entry.other(path, type, attributes);
        };
    return entry.withProblems(problems);
  }

  private EntryType type(String path, int mode) {
    if ((mode & 0170000) != 0) {
      return EntryType.ofMode(mode);
    }
    boolean directory =
        path.endsWith("/") || (header.host() == 0 && (header.external() & DOS_DIRECTORY) != 0);
    return directory && header.size() == 0 ? EntryType.DIRECTORY : EntryType.FILE;
  }

  private Optional<Content> content(ZipRules rules) {
    Optional<ZipMethod> method = rules.method(header.method());
    if (header.isEncrypted() && rules.ignoresEncryption()) {
      problem(
          "container.false-encryption",
          "marked as encrypted, which Android does not look at; read");
    } else if (header.isEncrypted() && method.isEmpty()) {
      problems.add(MarkedContent.encrypted(header.size()).problem());
      return Optional.empty();
    }
    if (method.isPresent() && !method.equals(ZipMethod.of(header.method()))) {
      problem(
          "zip.method", "method " + header.method() + ", which Android takes for stored; read so");
    }
    if (method.isEmpty()) {
      problem(
          "zip.unsupported",
          "compressed by method " + header.method() + ", which is not supported; not read");
    }
    if (method.isEmpty() || stored.isEmpty()) {
      return Optional.empty();
    }
    ZipContent content = new ZipContent(stored.get(), method.get(), header.size(), header.crc());
    return Optional.of(
        header.isEncrypted() && !rules.ignoresEncryption() ? new MarkedContent(content) : content);
  }

  private String target(Optional<Content> content, Memory memory) {
    if (content.isEmpty() || header.size() > MAX_LINK) {
      return "";
    }
    try {
      Block target = content.get().whole(memory).head(MAX_LINK);
      return Names.decode(target.bytes(0, target.size()));
    } catch (Malformed damage) {
      problems.add(damage.problem());
    }
    return "";
  }
}
