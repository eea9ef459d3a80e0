package dev.assay.inspect.android;

import dev.assay.formats.axml.Element;
import dev.assay.inspect.android.AndroidPackageFacts.NetworkRules;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an app's references to its own resources come to.
 *
 * @param notices what tells users of personal data
 * @param damaged what could not be read
 * @param unresolved facts of {@link AndroidPackageFacts} that hang on it, sorted
 */
record Resolution(
    NetworkRules networkRules, Notices notices, List<Problem> damaged, List<String> unresolved) {
  private static final Map<Integer, String> FLAGS =
      Map.of(
          Attributes.DEBUGGABLE, "debuggable",
          Attributes.TEST_ONLY, "testOnly",
          Attributes.ALLOW_BACKUP, "allowBackup",
          Attributes.CLEARTEXT_TRAFFIC, "cleartextTraffic");

  private static final Set<Integer> OPENING =
      Set.of(Attributes.EXPORTED, Attributes.ENABLED, Attributes.PERMISSION);

  private static final List<String> OPENED = List.of("exported", "openServices", "weakPermissions");

  static Resolution of(App app) {
    PackageResources resources = app.resources();
    Set<String> unresolved = new TreeSet<>();
    for (Element.Attribute each :
        app.manifest().application().map(Element::attributes).orElse(List.of())) {
      if (FLAGS.containsKey(each.resource()) && resources.lost(each)) {
        unresolved.add(FLAGS.get(each.resource()));
      }
    }
    boolean opened =
        app.manifest().components().stream()
            .flatMap(component -> component.attributes().stream())
            .anyMatch(each -> OPENING.contains(each.resource()) && resources.lost(each));
    if (opened) {
      unresolved.addAll(OPENED);
    }
    Optional<Element.Attribute> config =
        app.manifest()
            .application()
            .flatMap(each -> each.attribute(Attributes.NETWORK_SECURITY_CONFIG));
    Optional<Problem> broken = config.map(resources::text).flatMap(app::damage);
    NetworkRules rules = NetworkRules.NONE;
    if (broken.isPresent() || config.filter(resources::lost).isPresent()) {
      unresolved.add("networkRules");
    } else if (config.isPresent()) {
      rules = NetworkConfig.find(app, resources.text(config.get()));
    }
    Notices notices = resources.notices();
    if (!resources.problems().isEmpty() || app.form() == AppForm.BUNDLE) {
      unresolved.add("notices");
    }
    List<Problem> damaged = new ArrayList<>(resources.problems());
    broken.ifPresent(damaged::add);
    return new Resolution(rules, notices, List.copyOf(damaged), List.copyOf(unresolved));
  }
}
