package dev.assay.report.document;

import java.util.List;

/** A piece of a document. Its texts are plain; each writer escapes them. */
public sealed interface Block {
  /**
   * A heading.
   *
   * @param level 1 is below the document's title
   */
  record Heading(int level, String text) implements Block {}

  /** Running text. */
  record Paragraph(String text) implements Block {}

  /** Items without an order. */
  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * A table.
   *
   * @param head titles of the columns
   * @param rows each with as many cells as there are columns
   * @param widths shares of the columns in the width of the page
   */
  record Table(List<String> head, List<List<String>> rows, List<Integer> widths) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      widths = List.copyOf(widths);
      int columns = head.size();
      if (widths.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("rows and widths must have " + columns + " columns");
      }
    }
  }
}
