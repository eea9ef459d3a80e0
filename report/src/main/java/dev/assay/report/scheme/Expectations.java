package dev.assay.report.scheme;

import dev.assay.report.document.Document;

/** What a scheme expects and what of it is there: the same table in every document. */
public final class Expectations {
  private Expectations() {}

  public static void write(Dossier dossier, Document.Builder document) {
    Document.TableBuilder table = document.table(5, 2, 5, 5);
    table.row("Expected", "In the bundle", "What is there or missing", "Why it is expected");
    for (Answer answer : dossier.answers()) {
      table.row(answer.what(), answer.state().word(), answer.how(), answer.because());
    }
    table.end();
  }
}
