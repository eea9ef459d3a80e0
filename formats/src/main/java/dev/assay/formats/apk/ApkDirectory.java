package dev.assay.formats.apk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The members of an Android package that say what it is. The archive as a whole is read elsewhere.
 *
 * @param offset of the central directory
 * @param size of the central directory in bytes, as is said at its end
 * @param end of the central directory: offset of the record that says where it is
 * @param members of names that occur twice, the last
 * @param repeated names that occur more than once
 */
public record ApkDirectory(
    Bytes content,
    long offset,
    long size,
    long end,
    Map<String, Member> members,
    Set<String> repeated) {
  private static final int END = 22;
  private static final int LOCATOR = 20;
  private static final int END_64 = 56;
  private static final long LARGE = 0xFFFFFFFFL;
  private static final int MAX_COMMENT = 65_535;
  private static final int MAX_DIRECTORY = 32 << 20;
  private static final int MAX_MEMBERS = 200_000;

  /** Stands where there may be more members than 16 bits can tell. */
  private static final int UNCOUNTED = 0xFFFF;

  private static final int MAX_MEMBER = 64 << 20;
  private static final int STORED = 0;
  private static final int DEFLATE = 8;

  /** One entry of the directory. */
  public record Member(int method, long compressed, long size, long header) {}

  /** The directory of a ZIP archive, or empty where there is none. */
  public static Optional<ApkDirectory> of(Bytes content) {
    boolean starts = content.has(0, "PK\3\4") || startsWithCode(content);
    if (!starts || content.size() < END) {
      return Optional.empty();
    }
    int tailSize = (int) Math.min(content.size(), END + MAX_COMMENT);
    Block tail = content.block(content.size() - tailSize, tailSize);
    for (int at = tailSize - END; at >= 0; at--) {
      if (tail.u8(at) == 'P' && tail.i32be(at) == 0x504B0506) {
        return Optional.of(endingAt(content, content.size() - tailSize + at));
      }
    }
    return Optional.empty();
  }

  /** By the record of 64 bits where that of 32 leaves it to that one (APPNOTE 4.3.14, 4.3.15). */
  private static ApkDirectory endingAt(Bytes content, long end) {
    Block record = content.block(end, END);
    long offset = record.u32le(16);
    if (offset == LARGE && end >= LOCATOR && content.has(end - LOCATOR, "PK\6\7")) {
      Block large = content.block(content.block(end - LOCATOR, LOCATOR).i64le(8), END_64);
      int count = (int) Math.clamp(large.i64le(32), 0, UNCOUNTED);
      return read(content, large.i64le(48), large.i64le(40), end, count);
    }
    return read(content, offset, record.u32le(12), end, record.u16le(10));
  }

  /**
   * @param count how many members the end announces: Android looks at no more
   */
  private static ApkDirectory read(Bytes content, long offset, long size, long end, int count) {
    Map<String, Member> members = new LinkedHashMap<>();
    Set<String> repeated = new TreeSet<>();
    if (size < 0 || size > MAX_DIRECTORY) {
      throw new Malformed("apk.directory", offset, "a directory of " + size + " bytes; not read");
    }
    Block directory = content.block(offset, (int) size);
    int most = count == UNCOUNTED ? MAX_MEMBERS : count;
    int at = 0;
    for (int i = 0;
        i < most && at + 46 <= directory.size() && directory.i32be(at) == 0x504B0102;
        i++) {
      int name = directory.u16le(at + 28);
      String path = directory.utf8(at + 46, name);
      Member member =
          new Member(
              directory.u16le(at + 10),
              directory.u32le(at + 20),
              directory.u32le(at + 24),
              directory.u32le(at + 42));
      if (members.put(path, member) != null) {
        repeated.add(path);
      }
      at += 46 + name + directory.u16le(at + 30) + directory.u16le(at + 32);
    }
    return new ApkDirectory(content, offset, size, end, members, repeated);
  }

  /**
   * Whether a content is an Android package or app bundle.
   *
   * @param type media type found by its bytes
   */
  public static boolean isPackage(String type, Bytes content) {
    return type.equals("application/vnd.android.package-archive")
        || is(content, found -> found.isApk() || found.isBundle());
  }

  /**
   * Whether a content is an archive of a sort. Of one whose directory cannot be read that cannot be
   * told; what is wrong with it is said where archives are.
   */
  public static boolean is(Bytes content, Predicate<ApkDirectory> sort) {
    try {
      return content.has(0, "PK\3\4") && of(content).filter(sort).isPresent();
    } catch (Malformed unreadable) {
      return false;
    }
  }

  /**
   * Whether it is a DEX file at its start, whatever it is at its end: Android before the patch of
   * December 2017 installs the package and runs that file (CVE-2017-13156, Janus).
   */
  public static boolean startsWithCode(Bytes content) {
    return content.has(0, "dex\n0");
  }

  /** Whether it holds a manifest, as only Android packages do. */
  public boolean isApk() {
    return members.containsKey("AndroidManifest.xml");
  }

  /** Whether it is a bundle, of whose modules packages are made. */
  public boolean isBundle() {
    return members.containsKey("base/manifest/AndroidManifest.xml");
  }

  /** The same members by other names. */
  public ApkDirectory renamed(UnaryOperator<String> names) {
    Map<String, Member> renamed = new LinkedHashMap<>();
    members.forEach((name, member) -> renamed.putIfAbsent(names.apply(name), member));
    return new ApkDirectory(content, offset, size, end, renamed, repeated);
  }

  /**
   * Content of a member.
   *
   * @throws Malformed {@code apk.member} where it cannot be read
   */
  public Optional<Bytes> open(String name) {
    Member member = members.get(name);
    // Resources and code of every method but deflate are taken as stored; packers count on it to
    // mislead other readers.
    return member == null
        ? Optional.empty()
        : Optional.of(open(member, member.method() == DEFLATE));
  }

  /**
   * Content of a member as Android verifies archives: every method but stored is taken as deflate.
   *
   * @throws Malformed {@code apk.member} where it cannot be read
   */
  public Optional<Bytes> openAsArchive(String name) {
    Member member = members.get(name);
    return member == null ? Optional.empty() : Optional.of(open(member, member.method() != STORED));
  }

  /**
   * What is wrong inside of a member as what is wrong with the archive: at its place there where
   * the member is stored, at the start of the member where it is packed.
   */
  public Problem inside(String name, Problem problem) {
    Member member = members.get(name);
    if (member == null) {
      return problem;
    }
    long within = Math.max(0, problem.offset());
    boolean packed = member.method() == DEFLATE;
    return new Problem(
        problem.code(),
        Math.min(content.size(), start(member) + (packed ? 0 : within)),
        name
            + (problem.offset() < 0 ? "" : " at 0x" + Long.toHexString(within))
            + ": "
            + problem.message());
  }

  private long start(Member member) {
    if (member.header() > content.size() - 30) {
      return member.header();
    }
    Block header = content.block(member.header(), 30);
    return member.header() + 30 + header.u16le(26) + header.u16le(28);
  }

  private Bytes open(Member member, boolean packedWithDeflate) {
    long start = start(member);
    if (!packedWithDeflate) {
      return content.slice(start, member.size());
    }
    if (member.size() > MAX_MEMBER || member.compressed() > MAX_MEMBER) {
      throw new Malformed("apk.member", start, "a member of " + member.size() + " bytes; not read");
    }
    Block packed = content.block(start, (int) member.compressed());
    return inflate(packed, (int) member.size(), start);
  }

  private static Bytes inflate(Block packed, int size, long at) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed.array(), packed.arrayOffset(), packed.size());
      byte[] out = new byte[(int) Math.min(size, packed.size() * 1100L + 64)];
      int done = 0;
      while (done < out.length && !inflater.finished()) {
        int step = inflater.inflate(out, done, out.length - done);
        if (step == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        done += step;
      }
      return Bytes.of(out, 0, done);
    } catch (DataFormatException e) {
      throw new Malformed("apk.member", at, "expected deflate; " + e.getMessage());
    } finally {
      inflater.end();
    }
  }
}
