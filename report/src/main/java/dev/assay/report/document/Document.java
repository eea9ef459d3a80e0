package dev.assay.report.document;

import dev.assay.report.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in blocks.
 *
 * @param subtitle what it is about
 * @param footer stands on every page
 */
public record Document(String title, String subtitle, String footer, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** Puts blocks together; control characters of a product are made visible. */
  public static final class Builder {
    private final List<Block> blocks = new ArrayList<>();

    public Builder heading(int level, String text) {
      blocks.add(new Block.Heading(level, Plain.line(text)));
      return this;
    }

    public Builder paragraph(String text) {
      blocks.add(new Block.Paragraph(Plain.line(text)));
      return this;
    }

    /** Items, or {@code none} where there are no items. */
    public Builder bullets(List<String> items, String none) {
      if (items.isEmpty()) {
        return paragraph(none);
      }
      blocks.add(new Block.Bullets(items.stream().map(Plain::line).toList()));
      return this;
    }

    public TableBuilder table(Integer... widths) {
      return new TableBuilder(this, List.of(widths));
    }

    public Document build(String title, String subtitle, String footer) {
      return new Document(Plain.line(title), Plain.line(subtitle), Plain.line(footer), blocks);
    }
  }

  /** Puts a table together. */
  public static final class TableBuilder {
    private final Builder document;
    private final List<Integer> widths;
    private final List<List<String>> rows = new ArrayList<>();

    private TableBuilder(Builder document, List<Integer> widths) {
      this.document = document;
      this.widths = widths;
    }

    /** The next row; the first one is the head. */
    public TableBuilder row(String... cells) {
      rows.add(Arrays.stream(cells).map(Plain::line).toList());
      return this;
    }

    public Builder end() {
      document.blocks.add(new Block.Table(rows.getFirst(), rows.subList(1, rows.size()), widths));
      return document;
    }
  }
}
