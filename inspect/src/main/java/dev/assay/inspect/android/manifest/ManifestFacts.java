package dev.assay.inspect.android.manifest;

import dev.assay.inspect.android.Joined;
import java.util.List;
import java.util.Map;

/**
 * What the manifest of one Android package declares, as it is written: defaults of the platform do
 * not stand in for what it leaves out.
 *
 * @param packageName its identity
 * @param targetSdk API level whose rules apply to it
 * @param permissions it asks for, sorted
 * @param sharedUserId account shared with other packages, or empty
 * @param application attributes of the application by name; numbers in decimal, resources as the
 *     text or the file they are, {@code @7f010000} where they are neither
 * @param natives whether the package brings native libraries; not told of a bundle, because the
 *     store decides how the packages it makes of that bring them
 * @param parts activities, services, receivers and providers, in their order
 * @param defines permissions it defines, by name
 * @param queries packages it asks after by name, sorted
 * @param links what opens it from a web page
 * @param unresolved which of these facts hang on resources that could not be read: {@code
 *     application[label]}
 */
public record ManifestFacts(
    String packageName,
    int targetSdk,
    List<String> permissions,
    String sharedUserId,
    Map<String, String> application,
    boolean natives,
    List<Part> parts,
    Map<String, Definition> defines,
    List<String> queries,
    List<Link> links,
    List<String> unresolved) {

  /** With what a split adds. */
  ManifestFacts with(ManifestFacts split) {
    return new ManifestFacts(
        packageName,
        targetSdk,
        Joined.sorted(permissions, split.permissions),
        sharedUserId,
        application,
        natives || split.natives,
        Joined.lists(parts, split.parts),
        Joined.maps(defines, split.defines, (base, other) -> base),
        Joined.sorted(queries, split.queries),
        Joined.lists(links, split.links),
        split.unresolved.isEmpty()
            ? unresolved
            : Joined.sorted(unresolved, List.of("parts", "links")));
  }

  /**
   * An activity, service, receiver or provider.
   *
   * @param type {@code activity}, {@code activity-alias}, {@code service}, {@code receiver}, {@code
   *     provider}
   * @param exported whether other apps reach it
   * @param permission that guards it, or empty
   * @param attributes by name, like those of the application
   * @param foreground what it may do while other apps are in front: {@code camera}, {@code
   *     dataSync}
   */
  public record Part(
      String type,
      String name,
      boolean exported,
      String permission,
      Map<String, String> attributes,
      List<String> foreground) {}

  /**
   * A permission that is defined.
   *
   * @param level {@code normal}, {@code dangerous}, {@code signature}, {@code signatureOrSystem},
   *     {@code internal}
   * @param flags who else is given it: {@code privileged}, {@code development}
   * @param group it is asked for with, or empty
   * @param described whether users are told what it is
   */
  public record Definition(String level, List<String> flags, String group, boolean described) {}

  /**
   * A kind of link that opens an activity from a web page.
   *
   * @param part name of the activity
   * @param scheme {@code https}
   * @param host empty where any
   * @param path or its prefix or pattern; empty where any
   * @param verified whether the system has the host confirm it
   */
  public record Link(String part, String scheme, String host, String path, boolean verified) {}
}
