package dev.assay.report.html;

import dev.assay.model.Product;
import dev.assay.model.Stretch;
import dev.assay.report.Plain;
import dev.assay.report.html.Page.Bar;
import dev.assay.report.html.Page.ByteMapView;
import dev.assay.report.html.Page.RowLabel;
import dev.assay.report.html.Page.Share;
import dev.assay.report.html.Page.StretchView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws images row by row, as a text is read: a stretch that does not end in its row goes on. */
final class ByteMapViews {
  private static final int MOST_IMAGES = 12;
  private static final int MOST_ROWS = 16;
  private static final long LEAST_ROW = 4096;
  private static final int WIDTH = 1000;
  private static final int LEFT = 84;
  private static final int ROW = 20;
  private static final int BAR = 17;

  private static final double CHARACTER = 6.1;

  /** Narrower could not be seen. */
  private static final double LEAST_WIDTH = 1.5;

  /** Colours and what they say. */
  private enum Look {
    KNOWN("known", "known structures"),
    FRAME("frame", "headers and tables"),
    WORDS("words", "text"),
    DATA("plain-data", "unknown, structured or sparse"),
    OPAQUE("opaque", "unknown, compressed, encrypted or random"),
    PADDING("padding", "padding");

    private final String kind;
    private final String meaning;

    Look(String kind, String meaning) {
      this.kind = kind;
      this.meaning = meaning;
    }

    static Look of(Stretch stretch) {
      return switch (stretch.is()) {
        case "structure" -> KNOWN;
        case "frame" -> FRAME;
        case "text" -> WORDS;
        case "padding" -> PADDING;
        default ->
            switch (stretch.type()) {
              case "random", "blocks", "compressed" -> OPAQUE;
              default -> DATA;
            };
      };
    }
  }

  private final Product.Image image;
  private final long perRow;

  private ByteMapViews(Product.Image image) {
    this.image = image;
    this.perRow = perRow(image.size());
  }

  /** Of the images that are made of several things. */
  static List<ByteMapView> of(List<Product.Image> images) {
    return images.stream()
        .filter(image -> image.outline().size() > 1)
        .limit(MOST_IMAGES)
        .map(image -> new ByteMapViews(image).view())
        .toList();
  }

  /** A power of two, so that rows start at round offsets. */
  private static long perRow(long size) {
    long perRow = LEAST_ROW;
    while (perRow * MOST_ROWS < size && perRow < Long.MAX_VALUE / (2 * MOST_ROWS)) {
      perRow *= 2;
    }
    return perRow;
  }

  private ByteMapView view() {
    List<RowLabel> labels = new ArrayList<>();
    long rows = (image.size() + perRow - 1) / perRow;
    for (int row = 0; row < rows; row++) {
      String offset = String.format(Locale.ROOT, "0x%08x", row * perRow);
      labels.add(new RowLabel(offset, "0", Integer.toString(row * ROW + 13)));
    }
    return new ByteMapView(
        Plain.line(image.name()),
        Plain.bytes(image.size()) + ", " + Plain.bytes(perRow) + " a row",
        WIDTH,
        (int) rows * ROW,
        labels,
        stretches(true),
        stretches(false),
        shares());
  }

  /** Padding lies below, so that what is small and between can be seen. */
  private List<StretchView> stretches(boolean padding) {
    return image.outline().stream()
        .filter(stretch -> Look.of(stretch) == Look.PADDING == padding)
        .map(this::stretch)
        .toList();
  }

  private StretchView stretch(Stretch stretch) {
    List<Bar> bars = new ArrayList<>();
    double widest = 0;
    double textX = 0;
    long textY = 0;
    for (long at = stretch.start(); at < stretch.end(); ) {
      long row = at / perRow;
      long end = Math.min(stretch.end(), (row + 1) * perRow);
      double scale = (double) (WIDTH - LEFT) / perRow;
      double wanted = Math.max(LEAST_WIDTH, (end - at) * scale);
      double x = Math.min(LEFT + (at - row * perRow) * scale, WIDTH - LEAST_WIDTH);
      double width = Math.min(wanted, WIDTH - x);
      bars.add(new Bar(one(x), Long.toString(row * ROW), one(width), Integer.toString(BAR)));
      if (width > widest) {
        widest = width;
        textX = x + 5;
        textY = row * ROW + 12;
      }
      at = end;
    }
    String text = shown(stretch.name(), (int) ((widest - 10) / CHARACTER));
    return new StretchView(
        Look.of(stretch).kind, label(stretch), bars, text, one(textX), Long.toString(textY));
  }

  /** A name without the offset it begins with, which the place shows. */
  private static String shown(String name, int room) {
    String plain = Plain.line(name).replaceFirst("^0x[0-9a-f]+\\.", "");
    return room < 4 ? "" : Plain.cut(plain, room);
  }

  private static String label(Stretch stretch) {
    String name = stretch.name().isEmpty() ? "" : Plain.line(stretch.name()) + ", ";
    String place = String.format(Locale.ROOT, ", at 0x%x, ", stretch.start());
    return name + what(stretch) + place + Plain.bytes(stretch.length());
  }

  private static String what(Stretch stretch) {
    return switch (stretch.is()) {
      case "structure" -> stretch.type().isEmpty() ? "structure" : stretch.type();
      case "frame" -> "header or tables of " + stretch.type();
      case "padding" -> "padding " + (stretch.type().equals("255") ? "0xff" : "0x00");
      case "unknown" -> unknown(stretch);
      case "rest" -> "not told apart";
      default -> stretch.is();
    };
  }

  private static String unknown(Stretch stretch) {
    String look = stretch.type().equals("random") ? "encrypted or random" : stretch.type();
    return String.format(Locale.ROOT, "unknown, entropy %.2f", stretch.entropy())
        + (look.isEmpty() ? "" : ", " + look);
  }

  private List<Share> shares() {
    return Arrays.stream(Look.values()).flatMap(look -> share(look).stream()).toList();
  }

  private Optional<Share> share(Look look) {
    long bytes =
        image.outline().stream()
            .filter(stretch -> Look.of(stretch) == look)
            .mapToLong(Stretch::length)
            .sum();
    String percent = String.format(Locale.ROOT, "%.1f %% ", 100.0 * bytes / image.size());
    return bytes == 0
        ? Optional.empty()
        : Optional.of(new Share(look.kind, percent + look.meaning));
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
