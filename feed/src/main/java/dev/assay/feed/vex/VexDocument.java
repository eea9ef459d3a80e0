package dev.assay.feed.vex;

import dev.assay.feed.source.Refusal;
import java.util.List;

/**
 * What was understood of a document.
 *
 * @param records number of statements in the file, refused ones included
 * @param refusals what was not understood, in the order of the file
 */
public record VexDocument(List<VexStatement> statements, int records, List<Refusal> refusals) {
  public VexDocument {
    statements = List.copyOf(statements);
    refusals = List.copyOf(refusals);
  }
}
