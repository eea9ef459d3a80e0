package dev.assay.report.vex;

import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Flaw;
import dev.assay.model.Waived;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Known flaws with the components that they are about, in the words that all formats share. */
public final class Told {
  private final Evaluation evaluation;
  private final Map<String, Component> components = new HashMap<>();
  private final Map<String, List<Waived>> waived = new HashMap<>();

  public Told(Evaluation evaluation) {
    this.evaluation = evaluation;
    for (Described each : evaluation.components()) {
      components.putIfAbsent(each.component().id(), each.component());
    }
    for (Waived each : evaluation.waived()) {
      // Those without an end are statements, which the flaws carry themselves.
      if (each.test().startsWith("PACKAGE-KNOWN-") && !each.until().isEmpty()) {
        waived.computeIfAbsent(each.component(), k -> new ArrayList<>()).add(each);
      }
    }
  }

  /** By flaw, then component. */
  public Map<String, List<Flaw>> byFlaw() {
    Map<String, List<Flaw>> byFlaw = new TreeMap<>();
    evaluation
        .flaws()
        .forEach(flaw -> byFlaw.computeIfAbsent(flaw.id(), k -> new ArrayList<>()).add(flaw));
    return byFlaw;
  }

  /** Components with a flaw to tell of, by id. */
  public Map<String, Component> concerned() {
    Map<String, Component> concerned = new TreeMap<>();
    evaluation.flaws().forEach(flaw -> concerned.put(flaw.component(), component(flaw)));
    return concerned;
  }

  /** The component that a flaw is about. */
  public Component component(Flaw flaw) {
    return components.getOrDefault(
        flaw.component(),
        new Component(
            flaw.component(), "", flaw.component(), "", "", "", List.of(flaw.component())));
  }

  /** What holds and why, in a sentence or two. */
  public static String detail(Flaw flaw) {
    return flaw.statedBy().isEmpty() ? flaw.reason() : flaw.statedBy() + ": " + flaw.reason();
  }

  /** What a user of an affected product is to do, or what its maker decided. */
  public String action(Flaw flaw) {
    StringBuilder action =
        new StringBuilder(
            flaw.fixed().isEmpty()
                ? "No fixed version is known."
                : "Update " + component(flaw).name() + " to " + flaw.fixed() + ".");
    for (Waived each : waived.getOrDefault(flaw.component(), List.of())) {
      action
          .append(" Accepted until ")
          .append(each.until())
          .append(" by ")
          .append(each.by())
          .append(" (")
          .append(each.test())
          .append("): ")
          .append(each.reason());
    }
    return action.toString();
  }

  /** The product as a package URL. */
  public String product() {
    String version = evaluation.product().version();
    return "pkg:generic/"
        + encoded(evaluation.product().name())
        + (version.isEmpty() ? "" : "@" + encoded(version));
  }

  /** The component's package URL; of one without, an identifier made of its id. */
  public static String identifier(Component component) {
    return component.purl().isEmpty()
        ? "urn:uuid:" + UUID.nameUUIDFromBytes(component.id().getBytes(StandardCharsets.UTF_8))
        : component.purl();
  }

  /** The day of the evaluation as a time: no clock is asked. */
  public String day() {
    return evaluation.asOf() + "T00:00:00Z";
  }

  private static String encoded(String text) {
    return text.isBlank()
        ? "unnamed"
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
