package dev.assay.feed.source;

import dev.assay.feed.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts what became of the records of one input. Not thread-safe. */
public final class Tally {
  /** More refusals than that are counted, not listed. */
  public static final int MOST_LISTED = 100;

  private final SourceKind kind;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Pages pages = new Pages();
  private long accepted;
  private long withdrawn;
  private long refused;
  private long partial;
  private String newest = "";

  Tally(SourceKind kind) {
    this.kind = kind;
  }

  void accept() {
    accepted++;
  }

  void withdraw() {
    withdrawn++;
  }

  void refuse(Refusal refusal) {
    refused++;
    if (refusals.size() < MOST_LISTED) {
      refusals.add(refusal);
    }
  }

  /** Notes a record that was taken but for some of its products. */
  void leaveOut(Refusal part) {
    partial++;
    if (refusals.size() < MOST_LISTED) {
      refusals.add(part);
    }
  }

  /** Notes that {@code records} from {@code start} on of a list of {@code total} are there. */
  void page(long start, long records, long total) {
    pages.add(start, records, total);
  }

  /** Remembers the newest day of the data, {@code 2024-07-01…}. */
  void date(String text) {
    if (Texts.isDay(text) && text.substring(0, 10).compareTo(newest) > 0) {
      newest = text.substring(0, 10);
    }
  }

  public SourceKind kind() {
    return kind;
  }

  /** Records whose content was taken. */
  public long accepted() {
    return accepted;
  }

  /** Records that their source itself rejected or withdrew. */
  public long withdrawn() {
    return withdrawn;
  }

  /** Records that could not be understood, and stretches of a list that are not there. */
  public long refused() {
    return refused + missing().size();
  }

  /** Records taken but for some of their products; among the accepted ones. */
  public long partial() {
    return partial;
  }

  /** The first of the records refused or taken in part. */
  public List<Refusal> refusals() {
    return Stream.concat(refusals.stream(), missing().stream()).toList();
  }

  private List<Refusal> missing() {
    return pages.gaps().stream().map(gap -> new Refusal(kind.title(), 0, "", gap)).toList();
  }

  /** The newest day found in the data; empty if it holds none. */
  public String newest() {
    return newest;
  }
}
