package dev.assay.formats.nand;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import dev.assay.formats.flash.PageSize;
import dev.assay.formats.yaffs2.Yaffs2;
import dev.assay.model.Problem;
import java.util.Locale;

/**
 * Reads dumps of NAND chips with spare areas: the data of their pages, without these, is a member.
 * YAFFS2 keeps what it knows of a page in the spare area, so that its file systems are members as
 * they are, and what lies between them is one each.
 */
public final class NandDump implements Container {
  /** Beginnings of file systems that turn out to be none, in a dump. */
  private static final int MOST_TRIED = 1_000;

  private static final Yaffs2 YAFFS = new Yaffs2();
  private static final int MAGIC_LENGTH = YAFFS.magics().getFirst().length;

  @Override
  public String type() {
    return "application/vnd.assay.nand-dump";
  }

  /** An image of YAFFS2 alone looks the same. */
  @Override
  public boolean recognises(Bytes content) {
    return NandGeometry.of(content).isPresent() && !YAFFS.recognises(content);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    PageSize size =
        NandGeometry.of(content)
            .orElseThrow(
                () -> new Malformed("nand.geometry", 0, "no page and spare size fits the dump"));
    Window pages = new Window(content);
    long done = 0;
    int tried = 0;
    for (long at = 0; at < content.size() && tried < MOST_TRIED; ) {
      long end = at;
      if (mayBegin(pages.block(at, MAGIC_LENGTH))) {
        end += YAFFS.extent(content.from(at)).orElse(0) / size.step() * size.step();
        tried += end > at ? 0 : 1;
      }
      if (end > at) {
        pages(content, done, at, size, listing);
        listing.add(part(at, "yaffs2", content.slice(at, end - at)));
        done = end;
        at = end;
      } else {
        at += size.step();
      }
    }
    if (tried == MOST_TRIED) {
      String more = "at least " + MOST_TRIED + " beginnings of YAFFS2 that are none";
      listing.problem(new Problem("limit.finds", -1, more + "; no more are looked for"));
    }
    pages(content, done, content.size(), size, listing);
  }

  private static boolean mayBegin(Block page) {
    return YAFFS.magics().stream().anyMatch(page::equalTo);
  }

  private static void pages(Bytes content, long from, long to, PageSize size, Listing listing) {
    if (to > from) {
      listing.add(part(from, "pages", PageData.of(content.slice(from, to - from), size)));
    }
  }

  private static Entry part(long start, String extension, Bytes bytes) {
    return Entry.part(String.format(Locale.ROOT, "0x%08x.%s", start, extension), Content.of(bytes));
  }
}
