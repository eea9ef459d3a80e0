package dev.assay.feed.source;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.io.IOException;

/** The reading of one file: numbers its records and takes or refuses each as a whole. */
final class Session {
  /** Reads one record into a batch, or throws {@link Unexpected}. */
  @FunctionalInterface
  interface Recipe {
    void fill(Batch batch) throws IOException;
  }

  private final String file;
  private final Intake intake;
  private final Tally tally;
  private long number;

  Session(String file, Intake intake, Tally tally) {
    this.file = file;
    this.intake = intake;
    this.tally = tally;
  }

  void record(Recipe recipe) throws IOException {
    number++;
    Batch batch = new Batch();
    try {
      recipe.fill(batch);
    } catch (Unexpected e) {
      tally.refuse(new Refusal(file, number, Texts.shown(batch.id()), e.reason()));
      return;
    }
    if (batch.withdrawn()) {
      tally.withdraw();
      return;
    }
    for (Vulnerability vulnerability : batch.vulnerabilities) {
      intake.take(vulnerability);
    }
    for (Statement statement : batch.statements) {
      intake.take(statement);
    }
    tally.accept();
    if (!batch.leftOut().isEmpty()) {
      tally.leaveOut(
          new Refusal(
              file,
              number,
              Texts.shown(batch.id()),
              "taken without "
                  + batch.leftOut().size()
                  + " of its products: "
                  + batch.leftOut().getFirst()));
    }
  }

  /** Something about the file as a whole that a reader of the counts must see. */
  void warn(String reason) {
    tally.refuse(new Refusal(file, number, "", reason));
  }

  /** The file is a page of a longer list, from that record of it on; −1: nothing said. */
  void page(long start, long total) {
    tally.page(start, number, total);
  }

  void date(String text) {
    tally.date(text);
  }

  /** Records seen so far. */
  long records() {
    return number;
  }
}
