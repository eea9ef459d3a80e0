package dev.assay.inspect.android.manifest;

import dev.assay.inspect.android.App;
import dev.assay.inspect.android.AppReader;

/** Reads the manifest of one Android package. */
public final class ManifestReader implements AppReader<ManifestFacts> {
  @Override
  public Class<ManifestFacts> facts() {
    return ManifestFacts.class;
  }

  @Override
  public int revision() {
    return 6;
  }

  @Override
  public ManifestFacts read(App app) {
    return new Declarations(app).facts();
  }
}
