package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkDirectory;
import dev.assay.formats.axml.Element;
import dev.assay.inspect.Subject;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An app as a package or a bundle holds it.
 *
 * @param archive its members, named as in a package
 * @param root its manifest, those of a bundle's further modules taken in
 * @param manifest what the system makes of that
 * @param shared members that were decompressed already, by their names in the file
 */
public record App(
    AppForm form,
    ApkDirectory archive,
    Element root,
    Manifest manifest,
    Function<String, Optional<Bytes>> shared) {
  private static final String MANIFEST = "AndroidManifest.xml";
  private static final int MAX_MODULES = 100;

  /**
   * The app of a file; empty where it has no compiled manifest, as a library (AAR) has none, which
   * is read elsewhere.
   *
   * @throws Malformed where archive or manifest cannot be read
   */
  static Optional<App> open(Subject subject) {
    return ApkDirectory.of(subject.bytes()).flatMap(file -> open(file, subject.shared()));
  }

  /** Whether a content is an app of its own. */
  public static boolean is(Bytes content) {
    try {
      return open(Subject.of(content))
          .filter(app -> !app.manifest().packageName().isEmpty())
          .isPresent();
    } catch (Malformed unreadable) {
      return false;
    }
  }

  private static Optional<App> open(ApkDirectory file, Function<String, Optional<Bytes>> shared) {
    AppForm form = AppForm.of(file);
    ApkDirectory archive = form.members(file);
    Optional<Bytes> xml = archive.open(MANIFEST).filter(found -> !found.has(0, "<"));
    if (xml.isEmpty()) {
      return Optional.empty();
    }
    Element base = manifest(form, archive, xml.get());
    Element root = form == AppForm.BUNDLE ? WholeManifest.of(base, modules(archive)) : base;
    App app = new App(form, archive, root, new Manifest(root), shared);
    return Optional.of(References.in(root) ? app.resolved() : app);
  }

  private static Element manifest(AppForm form, ApkDirectory archive, Bytes xml) {
    try {
      return form.xml(xml);
    } catch (Malformed broken) {
      throw new Malformed(archive.inside(MANIFEST, broken.problem()));
    }
  }

  private App resolved() {
    Element whole = References.resolved(root, resources());
    return new App(form, archive, whole, new Manifest(whole), shared);
  }

  private static List<Element> modules(ApkDirectory archive) {
    List<String> manifests =
        archive.members().keySet().stream()
            .filter(name -> name.endsWith("/manifest/" + MANIFEST))
            .toList();
    if (manifests.size() > MAX_MODULES) {
      throw new Malformed("aab.modules", 0, manifests.size() + " modules; at most " + MAX_MODULES);
    }
    return manifests.stream()
        .map(name -> AppForm.BUNDLE.xml(archive.open(name).orElseThrow()))
        .toList();
  }

  /** Whether it brings native libraries that the system may copy out at install. */
  public boolean hasLibraries() {
    return form == AppForm.PACKAGE
        && archive.members().keySet().stream()
            .anyMatch(name -> name.matches("lib/[^/]+/[^/]+\\.so"));
  }

  /** Whether it is a part of an app whose base is another package. */
  public boolean isSplit() {
    return !splitName().isEmpty();
  }

  /** The part's name, {@code config.de}; empty for a whole app. */
  String splitName() {
    return root.attribute("split").map(Element.Attribute::text).orElse("");
  }

  /** Why a member that should be compiled XML cannot be read; empty where it can or is missing. */
  Optional<Problem> damage(String member) {
    try {
      archive.open(member).ifPresent(form::xml);
      return Optional.empty();
    } catch (Malformed unreadable) {
      return Optional.of(archive.inside(member, unreadable.problem()));
    }
  }

  /** A compiled XML file among its members; empty where it is missing or none. */
  public Optional<Element> xml(String member) {
    try {
      return archive.open(member).map(form::xml);
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }

  /**
   * An executable among its members.
   *
   * @throws Malformed where it cannot be read
   */
  public Optional<Bytes> executable(String member) {
    return shared.apply(original(member)).or(() -> archive.open(member));
  }

  /** The name in the file of an executable among its members. */
  public String original(String member) {
    return form.original(member);
  }

  /** Its resources. */
  public PackageResources resources() {
    return PackageResources.of(this);
  }
}
