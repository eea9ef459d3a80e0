package dev.assay.cli.build;

import dev.assay.assess.calendar.Calendar;
import dev.assay.assess.flaw.KnownFlaws;
import dev.assay.inspect.Inspectors;
import dev.assay.model.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of component that a test case can name. */
public final class Kinds {
  private Kinds() {}

  /** What inspectors find, and what a vulnerability feed and the calendar add. */
  public static List<Kind<?>> all() {
    return Stream.of(Inspectors.kinds(), List.of(KnownFlaws.KIND), Calendar.kinds())
        .<Kind<?>>flatMap(List::stream)
        .toList();
  }
}
