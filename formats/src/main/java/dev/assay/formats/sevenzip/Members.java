package dev.assay.formats.sevenzip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.Solid;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists the members of an archive. */
final class Members {
  private static final int MAX_TARGET = 4096;

  private final Header header;
  private final Listing listing;
  private final List<Solid> folders;

  /**
   * @param mostDictionaries bytes that the dictionaries of all folders may have together: a folder
   *     costs a dictionary to open, however little it holds, and 50 bytes to write
   */
  Members(Header header, Listing listing, long mostDictionaries) {
    this.header = header;
    this.listing = listing;
    List<Function<Memory, Solid.Stream>> decompressions = new ArrayList<>();
    long dictionaries = 0;
    for (FolderStream folder : header.streams().folders()) {
      dictionaries += folder.dictionaries();
      decompressions.add(dictionaries > mostDictionaries ? Members::refused : folder::unpack);
    }
    this.folders = Solid.ofArchive(decompressions);
    if (dictionaries > mostDictionaries) {
      String message =
          "folders with dictionaries of more than %d bytes in all; the rest is not read";
      listing.problem(new Problem("limit.dictionaries", -1, message.formatted(mostDictionaries)));
    }
  }

  private static Solid.Stream refused(Memory memory) {
    throw new Malformed("limit.dictionaries", -1, "dictionaries of the archive; not read");
  }

  void list() {
    int part = 0;
    for (Member member : header.members()) {
      if (!member.hasStream()) {
        listing.add(empty(member));
      } else if (part < header.streams().parts().size()) {
        listing.add(entry(member, content(header.streams().parts().get(part++))));
      } else {
        listing.add(
            empty(member).withProblems(List.of(new Problem("7z.damaged", -1, "has no stream"))));
      }
    }
  }

  private Content content(Streams.Part part) {
    Content stored = folders.get(part.folder()).part(part.start(), part.size());
    return new MemberContent(stored, part.sum());
  }

  private static Entry empty(Member member) {
    Entry.Attributes attributes = Entry.Attributes.of(member.mode(), 0, 0);
    Entry entry =
        member.isDirectory()
            ? Entry.directory(member.path(), attributes)
            : Entry.file(member.path(), attributes, Content.of(Bytes.of(new byte[0])));
    String message = "is to be deleted where the archive is unpacked";
    return member.isAnti()
        ? entry.withProblems(List.of(new Problem("7z.anti", -1, message)))
        : entry;
  }

  private Entry entry(Member member, Content content) {
    Entry.Attributes attributes = Entry.Attributes.of(member.mode(), 0, 0);
    boolean link = EntryType.ofMode(member.mode()) == EntryType.SYMLINK;
    if (!link || content.size() > MAX_TARGET) {
      return Entry.file(member.path(), attributes, content);
    }
    try {
      String target = Names.decode(content.whole(listing.memory()).toArray(MAX_TARGET));
      return Entry.symlink(member.path(), attributes, target);
    } catch (Malformed damage) {
      return Entry.symlink(member.path(), attributes, "").withProblems(List.of(damage.problem()));
    }
  }
}
