package dev.assay.feed.vex;

import dev.assay.feed.Status;
import dev.assay.feed.Subject;
import dev.assay.feed.source.Json;
import dev.assay.feed.source.Records;
import dev.assay.feed.source.Refusal;
import dev.assay.feed.source.Texts;
import dev.assay.feed.source.Unexpected;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what a reader understands of a document, record by record. */
final class Taken {
  private final String file;
  private final String author;
  private final List<VexStatement> statements = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private int records;

  /**
   * @param author who signs for the document; empty where it does not say
   */
  Taken(String file, String author) {
    this.file = file;
    this.author = author.isEmpty() ? "unnamed author" : Texts.summary(author);
  }

  /** What a reader does with one record. */
  interface Reading {
    void read(Json.Fields statement);
  }

  /** Reads each record; what is refused in one leaves the others. */
  void each(List<Json> values, String idField, Reading reading) {
    for (Json value : values) {
      records++;
      int before = statements.size();
      try {
        reading.read(Records.asFields(value));
      } catch (Unexpected e) {
        // What it said before the mistake is not taken either.
        statements.subList(before, statements.size()).clear();
        refuse(id(value, idField), e.reason());
      }
    }
  }

  /** Takes a statement, or refuses it alone where what it says is not enough. */
  void add(Set<String> flaws, String purl, Status status, String justification, String text) {
    String shown = Texts.summary(text);
    if (Subject.packageUrl(purl).isEmpty()) {
      refuse(flaws.iterator().next(), "expected a package URL, found `" + Texts.shown(purl) + "`");
    } else if (status == Status.NOT_AFFECTED && justification.isEmpty() && shown.isEmpty()) {
      refuse(
          flaws.iterator().next(),
          "expected why " + Texts.shown(purl) + " is not affected, found no justification");
    } else {
      statements.add(new VexStatement(flaws, purl, status, justification, shown, author));
    }
  }

  /** Refuses a part of the record being read. */
  void refuse(String id, String reason) {
    refusals.add(new Refusal(file, records, Texts.shown(id), reason));
  }

  VexDocument document() {
    return new VexDocument(statements, records, refusals);
  }

  private static String id(Json value, String field) {
    return value instanceof Json.Fields fields && fields.get(field) instanceof Json.Text(String id)
        ? id
        : "";
  }
}
