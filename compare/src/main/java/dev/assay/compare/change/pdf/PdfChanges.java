package dev.assay.compare.change.pdf;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.compare.change.ValueSet;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * PDF documents: first what a reader sees of them, then the objects they are made of, which differ
 * wherever anything does.
 */
public final class PdfChanges implements Change {
  private static final int MAX = 64 << 20;

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return type.equals("application/pdf") && left.size() <= MAX && right.size() <= MAX;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>();
    try {
      read(PdfDocument.read(left), PdfDocument.read(right), most, found);
    } catch (Malformed unreadable) {
      // Objects can be told where a document cannot be read as a whole.
    }
    ValueSet.differences("pdf", PdfObjects.of(left), PdfObjects.of(right), most, found);
    return found;
  }

  private static void read(PdfDocument left, PdfDocument right, int most, List<Aspect> into) {
    ValueSet.differences("document", left.facts(), right.facts(), most, into);
    ValueSet.differences("document metadata", left.metadata(), right.metadata(), most, into);
    TreeSet<Integer> pages = new TreeSet<>(left.pages().keySet());
    pages.addAll(right.pages().keySet());
    for (int page : pages) {
      Sets.members(
          "text of page " + page,
          left.pages().getOrDefault(page, List.of()),
          right.pages().getOrDefault(page, List.of()),
          most,
          into);
    }
  }
}
