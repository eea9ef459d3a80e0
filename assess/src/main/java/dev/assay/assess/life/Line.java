package dev.assay.assess.life;

import dev.assay.assess.KernelRelease;
import dev.assay.catalogue.expression.Observed;
import dev.assay.feed.match.Identity;
import dev.assay.model.Component;
import dev.assay.model.Described;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** To which line of releases a component belongs. */
final class Line {
  private static final Pattern EPOCH = Pattern.compile("^[0-9]+:");

  private Line() {}

  /** The line; empty where the table does not have it or somebody else mends the component. */
  static Optional<Cycle> of(Described described) {
    Component component = described.component();
    if (component.kind().equals("support-period")) {
      return declared(described)
          .map(until -> new Cycle("the product", "", until, "as its maker declares"));
    }
    String version = component.version();
    if (version.isEmpty() || described.unknown().containsKey("version")) {
      return Optional.empty();
    }
    return switch (component.kind()) {
      case "operating-system" ->
          Observed.of(described).fact("id").flatMap(id -> Cycles.find("os:" + id, version));
      case "kernel" ->
          KernelRelease.isOfDistribution(version)
              ? Optional.empty()
              : Cycles.find("kernel:linux", version);
      case "software" -> Cycles.find("software:" + component.name(), version);
      case "package" -> ofPackage(component);
      case "dependency" -> {
        int at = component.purl().indexOf('@');
        yield at < 0 ? Optional.empty() : Cycles.find(component.purl().substring(0, at), version);
      }
      default -> Optional.empty();
    };
  }

  /** The last day of a declared support period; empty where the component declares none. */
  static Optional<LocalDate> declared(Described described) {
    return described.component().kind().equals("support-period")
        ? Observed.of(described)
            .fact("until")
            .map(Object::toString)
            .filter(until -> !until.isEmpty())
            .map(LocalDate::parse)
        : Optional.empty();
  }

  /** A distribution mends the packages it builds; the day of its own release counts for them. */
  private static Optional<Cycle> ofPackage(Component component) {
    Identity identity =
        Identity.of(component.name(), component.version(), component.purl(), component.cpe());
    if (identity.type().isEmpty() || Cycles.know("os:" + identity.namespace())) {
      return Optional.empty();
    }
    String upstream = EPOCH.matcher(identity.sourceVersion()).replaceFirst("");
    return Cycles.find("software:" + identity.source(), upstream);
  }
}
