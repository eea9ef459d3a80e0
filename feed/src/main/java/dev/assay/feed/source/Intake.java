package dev.assay.feed.source;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.io.IOException;

/** Takes what the readers understood, in the order of the input. */
public interface Intake {
  void take(Vulnerability vulnerability) throws IOException;

  void take(Statement statement) throws IOException;
}
