package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one side of apps: their rights, their code, what their manifest says.
 *
 * @param <F> the record of facts
 */
public interface AppReader<F extends Record> extends ContentInspector<F> {
  /** The facts of an app that has a name. */
  F read(App app);

  @Override
  default boolean wants(String type, Bytes content, Set<String> markers) {
    return ApkDirectory.isPackage(type, content);
  }

  @Override
  default Optional<F> inspect(Bytes content) {
    return inspect(Subject.of(content));
  }

  /**
   * {@inheritDoc}
   *
   * @throws Malformed {@code apk.manifest} where it does not say which app it is
   */
  @Override
  default Optional<F> inspect(Subject subject) {
    Optional<App> app = App.open(subject);
    if (app.filter(each -> each.manifest().packageName().isEmpty()).isPresent()) {
      throw new Malformed(
          "apk.manifest", 0, "expected a package name in AndroidManifest.xml; found none");
    }
    return app.map(this::read);
  }
}
