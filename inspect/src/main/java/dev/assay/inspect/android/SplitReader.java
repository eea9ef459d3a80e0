package dev.assay.inspect.android;

import dev.assay.inspect.Subject;
import java.util.Optional;

/** Tells parts of apps (split packages) from whole ones. */
public final class SplitReader implements AppReader<SplitFacts> {
  @Override
  public Class<SplitFacts> facts() {
    return SplitFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  /** Empty for whole apps. */
  @Override
  public Optional<SplitFacts> inspect(Subject subject) {
    return AppReader.super.inspect(subject).filter(facts -> !facts.name().isEmpty());
  }

  @Override
  public SplitFacts read(App app) {
    return new SplitFacts(
        app.manifest().packageName(),
        app.splitName(),
        app.manifest().flag(Attributes.HAS_CODE, true)
            && app.archive().members().containsKey("classes.dex"));
  }
}
