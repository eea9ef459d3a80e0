package dev.assay.formats.sevenzip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.Sink;
import dev.assay.model.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.tukaani.xz.LZMA2Options;

/** Decompresses an archive and lists its members. */
final class SevenZipMembers {
  private static final int MEMORY_KIB = 144 << 10;
  private static final int STEP = 64 << 10;
  private static final int UNIX = 0x8000;
  private static final int MAX_TARGET = 4096;

  private final Bytes archive;
  private final Listing listing;
  private final Sink sink;
  private final List<Member> members = new ArrayList<>();
  private final long mostDictionaries;
  private long dictionaries;

  /** A member whose content stands in the sink from {@code start} on. */
  private record Member(
      String path, int mode, boolean directory, long start, long size, List<Problem> problems) {}

  /**
   * @param mostDictionaries bytes that the dictionaries of all streams may have together
   */
  SevenZipMembers(Bytes archive, Listing listing, long mostDictionaries) {
    this.archive = archive;
    this.mostDictionaries = mostDictionaries;
    this.listing = listing;
    this.sink = listing.memory().sink(archive.size(), -1);
  }

  void list() {
    try (SevenZFile file =
        SevenZFile.builder()
            .setSeekableByteChannel(new BytesChannel(archive))
            .setMaxMemoryLimitKiB(MEMORY_KIB)
            .get()) {
      for (SevenZArchiveEntry next = file.getNextEntry();
          next != null;
          next = file.getNextEntry()) {
        count(next);
        take(file, next);
      }
    } catch (PasswordRequiredException e) {
      problem("7z.encrypted", "the archive is encrypted");
    } catch (Malformed limit) {
      listing.problem(limit.problem());
    } catch (IOException | RuntimeException damage) {
      // The library answers some damage with unchecked exceptions.
      problem("7z.damaged", String.valueOf(damage.getMessage()) + "; what follows is not listed");
    }
    Bytes contents = sink.toBytes();
    for (Member member : members) {
      listing.add(entry(member, contents).withProblems(member.problems()));
    }
  }

  /** A stream costs a dictionary to open, however little it holds, and 50 bytes to write. */
  private void count(SevenZArchiveEntry entry) {
    if (!entry.hasStream() || entry.getContentMethods() == null) {
      return;
    }
    for (SevenZMethodConfiguration method : entry.getContentMethods()) {
      dictionaries +=
          switch (method.getOptions()) {
            case Integer size -> size;
            case LZMA2Options options -> options.getDictSize();
            case null, default -> 0;
          };
    }
    if (dictionaries > mostDictionaries) {
      throw new Malformed(
          "limit.dictionaries",
          -1,
          "streams with dictionaries of more than "
              + mostDictionaries
              + " bytes in all; the rest is not read");
    }
  }

  private void problem(String code, String message) {
    listing.problem(new Problem(code, -1, message));
  }

  private void take(SevenZFile file, SevenZArchiveEntry entry) throws IOException {
    String name = entry.getName() == null ? "" : entry.getName();
    int attributes = entry.getHasWindowsAttributes() ? entry.getWindowsAttributes() : 0;
    int mode = (attributes & UNIX) != 0 ? attributes >>> 16 : 0;
    List<Problem> problems = new ArrayList<>();
    long start = sink.size();
    // Listed before it is read: what damage ends in is a member, too.
    int index = members.size();
    members.add(new Member(name, mode, entry.isDirectory(), start, 0, problems));
    if (!entry.hasStream()) {
      return;
    }
    byte[] step = new byte[STEP];
    try {
      for (int read = file.read(step); read >= 0; read = file.read(step)) {
        sink.write(step, 0, read);
      }
    } catch (IOException | RuntimeException damage) {
      problems.add(new Problem("7z.member", -1, "cut: " + damage.getMessage()));
      throw damage;
    } finally {
      long size = sink.size() - start;
      members.set(index, new Member(name, mode, entry.isDirectory(), start, size, problems));
    }
  }

  private static Entry entry(Member member, Bytes contents) {
    Entry.Attributes attributes = Entry.Attributes.of(member.mode(), 0, 0);
    if (member.directory()) {
      return Entry.directory(member.path(), attributes);
    }
    Bytes content = contents.slice(member.start(), member.size());
    boolean link = EntryType.ofMode(member.mode()) == EntryType.SYMLINK;
    return link && content.size() <= MAX_TARGET
        ? Entry.symlink(member.path(), attributes, Names.decode(content.toArray(MAX_TARGET)))
        : Entry.file(member.path(), attributes, Content.of(content));
  }
}
