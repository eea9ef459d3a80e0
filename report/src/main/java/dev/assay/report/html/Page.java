package dev.assay.report.html;

import dev.assay.model.Waived;
import java.util.List;

/**
 * What the template shows. Every text is escaped by the template; names are those of {@code
 * report.mustache}.
 */
record Page(
    String scriptHash,
    String style,
    String script,
    String product,
    String version,
    String profile,
    String policy,
    String decision,
    String gateClass,
    String symbol,
    String gateSentence,
    boolean hasReasons,
    String reasonCount,
    List<String> reasons,
    String moreReasons,
    List<Figure> figures,
    String barLabel,
    List<Segment> bar,
    int mapWidth,
    int mapHeight,
    List<TileView> tiles,
    String mapNote,
    List<Rank> ranks,
    boolean hasByteMaps,
    List<ByteMapView> byteMaps,
    String failureLead,
    List<String> severities,
    List<String> kinds,
    List<StandardName> standardNames,
    List<Case> failures,
    List<Standard> standards,
    boolean hasApps,
    List<AppLabel> apps,
    boolean hasCopies,
    List<Copies> copies,
    List<Untested> untested,
    boolean hasWaived,
    List<Waived> waived,
    String componentLead,
    List<Group> groups,
    List<Image> images,
    int cases,
    String catalogueDigest,
    String feed,
    String feedArgument,
    String asOf,
    String root,
    String assayVersion) {

  record Figure(String label, String value, String note) {}

  record Segment(String name, long count, String shown) {}

  record TileView(
      int level,
      String label,
      String x,
      String y,
      String width,
      String height,
      String text,
      String textX,
      String textY,
      String score,
      String scoreY) {}

  /**
   * The bytes of an image, row by row.
   *
   * @param scale how many bytes a row is, in words
   */
  record ByteMapView(
      String name,
      String scale,
      int width,
      int height,
      List<RowLabel> labels,
      List<StretchView> padding,
      List<StretchView> stretches,
      List<Share> shares) {}

  record RowLabel(String text, String x, String y) {}

  /**
   * @param kind class of its colour
   * @param label what it is, where, and how large
   * @param text its name, where there is room
   */
  record StretchView(
      String kind, String label, List<Bar> bars, String text, String textX, String textY) {}

  record Bar(String x, String y, String width, String height) {}

  record Share(String kind, String text) {}

  record Rank(
      int score, int tier, String kind, String name, String path, List<FactorView> factors) {}

  record FactorView(
      String name, String value, String weight, String why, List<String> seen, String source) {}

  record StandardName(String id, String title) {}

  record Case(
      String id,
      String title,
      String severity,
      int rank,
      String kind,
      String standards,
      int count,
      String countText,
      String because,
      String mitigate,
      List<Seen> verdicts,
      String more,
      List<String> requirements,
      String weakness,
      String expect) {}

  record Seen(
      String component, String why, boolean waived, boolean hasEvidence, List<Proof> evidence) {}

  record Proof(String place, String excerpt) {}

  record Standard(String title, String summary, List<Row> rows) {}

  /**
   * @param standing {@code met}, {@code failed}, {@code open}, {@code not covered}
   * @param mark class of the row, or empty
   */
  record Row(
      String id,
      String title,
      String standing,
      int cases,
      int pass,
      int fail,
      int inconclusive,
      String mark) {}

  /**
   * Where one library is.
   *
   * @param count files that hold it or some of it
   * @param versions in words; empty where none is told
   */
  record Copies(
      String library,
      int count,
      String versions,
      int full,
      int partial,
      int fragments,
      List<CopyPlace> places,
      String more) {}

  record CopyPlace(String path, String extent, String version, String parts) {}

  record AppLabel(
      String name,
      String path,
      String undeclared,
      String hidden,
      List<LabelLine> lines,
      boolean hasData,
      List<DataRow> data,
      Listing libraries,
      Listing hosts) {}

  record LabelLine(String title, String tone, List<String> values) {}

  record DataRow(
      String title,
      List<String> from,
      String fromMore,
      String to,
      String state,
      String said,
      boolean bad) {}

  record Listing(boolean any, int count, List<String> items, String more) {}

  record Untested(String title, String count, List<String> items, String more) {}

  record Group(String kind, String count, List<ComponentRow> rows, String more) {}

  record ComponentRow(String name, String version, String score, String tier, String path) {}

  record Image(String name, String size, String sha256) {}
}
