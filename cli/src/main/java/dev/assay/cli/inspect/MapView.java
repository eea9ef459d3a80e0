package dev.assay.cli.inspect;

import dev.assay.inspect.map.Meaning;
import dev.assay.inspect.map.Region;
import dev.assay.report.Plain;
import dev.assay.report.terminal.Palette;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints the byte map of an image, one line a region. */
public final class MapView {
  private final Palette palette;
  private final PrintStream out;
  private final Map<String, Long> totals = new TreeMap<>();

  private MapView(Palette palette, PrintStream out) {
    this.palette = palette;
    this.out = out;
  }

  public static void print(String image, List<Region> regions, Palette palette, PrintStream out) {
    MapView view = new MapView(palette, out);
    long size = regions.isEmpty() ? 0 : regions.getLast().end();
    out.println(palette.strong(Plain.line(image)) + "  " + size + " bytes");
    view.print(regions, 0);
    view.totals.forEach(
        (what, bytes) ->
            out.println(String.format(Locale.ROOT, "%6.1f %%  %s", 100.0 * bytes / size, what)));
  }

  /** Regions are divided a few times only: their depth is bounded where they are found. */
  private void print(List<Region> regions, int depth) {
    for (Region region : regions) {
      String what = what(region);
      out.println(
          String.format(
              Locale.ROOT,
              "0x%08x  %10s  %s%s",
              region.start(),
              Plain.bytes(region.length()),
              " ".repeat(2 * depth),
              region.meaning() instanceof Meaning.Padding ? palette.faint(what) : what));
      if (region.parts().isEmpty()) {
        totals.merge(kind(region.meaning()), region.length(), Long::sum);
      }
      print(region.parts(), depth + 1);
    }
  }

  private static String what(Region region) {
    String name = region.name().isEmpty() ? "" : Plain.line(region.name()) + "  ";
    return (name
            + switch (region.meaning()) {
              case Meaning.Structure structure -> structure.type();
              case Meaning.Frame frame -> "header or tables of " + frame.type();
              case Meaning.Part part -> "";
              case Meaning.Padding padding ->
                  String.format(Locale.ROOT, "padding 0x%02x", padding.value());
              case Meaning.Text text -> "text";
              case Meaning.Unknown unknown -> "unknown (" + Look.of(unknown) + ")";
            })
        .strip();
  }

  private static String kind(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Structure structure -> "known structures";
      case Meaning.Frame frame -> "known structures";
      case Meaning.Part part -> "known structures";
      case Meaning.Padding padding -> "padding";
      case Meaning.Text text -> "text";
      case Meaning.Unknown unknown -> "unknown";
    };
  }
}
