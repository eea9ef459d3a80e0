package dev.assay.inspect.privacy;

import dev.assay.inspect.android.AndroidPackageFacts;
import dev.assay.inspect.android.code.AndroidCodeFacts;
import dev.assay.inspect.android.code.AndroidCodeInspector;
import dev.assay.inspect.android.manifest.ManifestFacts;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.FactEvidence;
import dev.assay.model.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts each app's declaration beside what its code does. */
public final class DeclaredAndObserved {
  public static final Kind<PrivacyFacts> APP_PRIVACY =
      Kind.of("app-privacy", PrivacyFacts.class, "Personal data of an app");

  private static final DeclarationFacts NONE =
      new DeclarationFacts("", Map.of(), List.of(), List.of(), Map.of(), "", "", "");
  private static final List<String> DECLARED =
      List.of("declared", "disclosed", "destinations", "purposes", "policy", "deletion", "contact");
  private static final Set<String> OBSERVED =
      Set.of("permissions", "metaData", "whole", "calls", "data", "libraries", "hosts");

  private DeclaredAndObserved() {}

  /**
   * One component for each app's code among the components.
   *
   * @param components in order of id
   */
  public static List<Described> of(List<Described> components) {
    List<Described> declarations =
        components.stream().filter(each -> each.facts() instanceof DeclarationFacts).toList();
    Map<String, ManifestFacts> manifests = new HashMap<>();
    for (Described each : components) {
      if (each.facts() instanceof ManifestFacts manifest) {
        manifests.put(artifact(each), manifest);
      }
    }
    Map<String, Described> packages = new HashMap<>();
    for (Described each : components) {
      if (each.facts() instanceof AndroidPackageFacts) {
        packages.put(artifact(each), each);
      }
    }
    List<Described> found = new ArrayList<>();
    for (Described each : components) {
      if (each.facts() instanceof AndroidCodeFacts code) {
        Optional<ManifestFacts> manifest = Optional.ofNullable(manifests.get(artifact(each)));
        Cleartext cleartext = Cleartext.of(Optional.ofNullable(packages.get(artifact(each))));
        found.add(joined(each, code, manifest, cleartext, about(code.packageName(), declarations)));
      }
    }
    return found;
  }

  /** Where a component is: an app of several packages, in its base. */
  private static String artifact(Described described) {
    Component component = described.component();
    return component.id().substring(component.kind().length() + 1);
  }

  private static Optional<Described> about(String app, List<Described> declarations) {
    return declarations.stream()
        .filter(each -> ((DeclarationFacts) each.facts()).app().equals(app))
        .findFirst()
        .or(
            () ->
                declarations.stream()
                    .filter(each -> ((DeclarationFacts) each.facts()).app().isEmpty())
                    .findFirst());
  }

  private static Described joined(
      Described code,
      AndroidCodeFacts seen,
      Optional<ManifestFacts> manifest,
      Cleartext cleartext,
      Optional<Described> declaration) {
    DeclarationFacts said = declaration.map(each -> (DeclarationFacts) each.facts()).orElse(NONE);
    Map<String, String> unknown = new HashMap<>();
    code.unknown()
        .forEach(
            (fact, why) -> {
              if (fact.equals("whole")) {
                unknown.put(fact, why);
              }
            });
    cleartext.unknown().ifPresent(why -> unknown.put("cleartext", why));
    if (declaration.isEmpty()) {
      DECLARED.forEach(fact -> unknown.put(fact, "no privacy declaration was given"));
    } else if (!declaration.get().unknown().isEmpty()) {
      String why = declaration.get().unknown().values().iterator().next();
      DECLARED.forEach(fact -> unknown.put(fact, "the declaration cannot be read: " + why));
    }
    List<String> queries = manifest.map(ManifestFacts::queries).orElse(List.of());
    List<String> foreground = manifest.map(DeclaredAndObserved::foreground).orElse(List.of());
    List<FactEvidence> evidence = evidence(code, declaration);
    evidence.add(manifest(code, "queries", "asks after the apps " + queries));
    evidence.add(manifest(code, "foreground", "services in the foreground for " + foreground));
    evidence.add(manifest(code, "cleartext", cleartext.shown()));
    return new Described(
        component(code),
        new PrivacyFacts(
            seen.packageName(),
            seen.permissions(),
            seen.network(),
            cleartext.allowed(),
            seen.metaData(),
            queries,
            foreground,
            true,
            seen.calls(),
            seen.data(),
            seen.libraries(),
            seen.hosts(),
            declaration.isPresent(),
            said.data(),
            said.libraries(),
            said.destinations(),
            said.permissions(),
            said.policy(),
            said.deletion(),
            said.contact()),
        evidence,
        unknown,
        code.signs());
  }

  private static FactEvidence manifest(Described code, String fact, String excerpt) {
    return new FactEvidence(
        fact, Evidence.whole(artifact(code), "AndroidManifest.xml: " + excerpt));
  }

  private static List<String> foreground(ManifestFacts manifest) {
    return manifest.parts().stream()
        .flatMap(part -> part.foreground().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Component component(Described code) {
    Component own = code.component();
    return new Component(
        own.id().replaceFirst(AndroidCodeInspector.ANDROID_CODE.name(), APP_PRIVACY.name()),
        APP_PRIVACY.name(),
        own.name(),
        own.version(),
        own.purl(),
        own.cpe(),
        own.artifacts());
  }

  private static List<FactEvidence> evidence(Described code, Optional<Described> declaration) {
    List<FactEvidence> evidence = new ArrayList<>();
    for (FactEvidence each : code.evidence()) {
      String fact = each.fact();
      int end = fact.indexOf('[');
      if (OBSERVED.contains(end < 0 ? fact : fact.substring(0, end))) {
        evidence.add(each);
      }
    }
    String app = artifact(code);
    evidence.add(
        new FactEvidence(
            "given",
            declaration
                .map(each -> Evidence.whole(artifact(each), "declared"))
                .orElseGet(() -> Evidence.whole(app, "no declaration is given for this app"))));
    declaration.ifPresent(
        each -> {
          String artifact = artifact(each);
          DeclarationFacts said = (DeclarationFacts) each.facts();
          said.data()
              .keySet()
              .forEach(
                  type ->
                      evidence.add(
                          new FactEvidence(
                              "declared[" + type + "]",
                              Evidence.whole(artifact, "declares " + type))));
          for (String fact : DECLARED) {
            evidence.add(new FactEvidence(fact, Evidence.whole(artifact, shown(fact, said))));
          }
        });
    return evidence;
  }

  private static String shown(String fact, DeclarationFacts said) {
    return switch (fact) {
      case "declared" -> "declares the data " + said.data().keySet();
      case "disclosed" -> "names the libraries " + said.libraries();
      case "destinations" -> "names the destinations " + said.destinations();
      case "purposes" -> "gives purposes of " + said.permissions().keySet();
      case "policy" -> "policy: " + said.policy();
      case "deletion" -> "deletion: " + said.deletion();
      default -> "contact: " + said.contact();
    };
  }
}
