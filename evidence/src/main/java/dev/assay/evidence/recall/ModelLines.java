package dev.assay.evidence.recall;

import dev.assay.evidence.BundleException;
import dev.assay.model.Artifact;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Measured;
import dev.assay.model.Outcome;
import dev.assay.model.Owner;
import dev.assay.model.Place;
import dev.assay.model.PlanEntry;
import dev.assay.model.Problem;
import dev.assay.model.Product;
import dev.assay.model.Risk;
import dev.assay.model.Severity;
import dev.assay.model.Stretch;
import dev.assay.model.Verdict;
import dev.assay.model.Waived;

/** What stands in one line of each file. */
final class ModelLines {
  private ModelLines() {}

  static Product.Image image(Line line) throws BundleException {
    return new Product.Image(
        line.text("name"),
        line.text("sha256"),
        line.number("size"),
        line.all("outline", ModelLines::stretch));
  }

  private static Stretch stretch(Line line) throws BundleException {
    return new Stretch(
        line.number("offset"),
        line.number("length"),
        line.text("name"),
        line.text("is"),
        line.text("type"),
        line.fraction("entropy"));
  }

  static CaseIdentity identity(Line line) throws BundleException {
    return new CaseIdentity(
        line.text("test"),
        line.small("revision"),
        line.text("digest"),
        line.maybeText("weakness"),
        line.maybe("measured", ModelLines::measured));
  }

  private static Measured measured(Line line) throws BundleException {
    return new Measured(
        line.text("on"),
        tried(line, "flawed"),
        tried(line, "sound"),
        tried(line, "clean"),
        tried(line, "alterations"));
  }

  private static Measured.Tried tried(Line line, String what) throws BundleException {
    int all = line.small(what, "all");
    int wrong = line.small(what, "wrong");
    if (wrong > all) {
      throw new BundleException(line.where() + ": " + wrong + " wrong of " + all + " " + what);
    }
    return new Measured.Tried(all, wrong);
  }

  static Artifact artifact(Line line) throws BundleException {
    return new Artifact(
        line.text("path"),
        line.text("sha256"),
        line.number("size"),
        line.text("type"),
        number(line, line.text("mode"), 8),
        owner(line),
        line.object().text("link").orElse(""),
        line.all("problems", ModelLines::problem));
  }

  private static Owner owner(Line line) throws BundleException {
    String owner = line.text("owner");
    int colon = Math.max(0, owner.indexOf(':'));
    return new Owner(
        number(line, owner.substring(0, colon), 10), number(line, owner.substring(colon + 1), 10));
  }

  private static int number(Line line, String digits, int radix) throws BundleException {
    try {
      return Integer.parseUnsignedInt(digits, radix);
    } catch (NumberFormatException e) {
      throw new BundleException(line.where() + ": `" + digits + "` is no owner or mode");
    }
  }

  private static Problem problem(Line line) throws BundleException {
    return new Problem(
        line.text("code"), line.object().number("offset").orElse(-1L), line.text("message"));
  }

  static Component component(Line line) throws BundleException {
    return new Component(
        line.text("id"),
        line.text("kind"),
        line.text("name"),
        line.text("version"),
        line.text("purl"),
        line.text("cpe"),
        line.texts("artifacts"));
  }

  static Risk risk(Line line) throws BundleException {
    return new Risk(
        line.text("component"),
        line.small("score"),
        line.small("tier"),
        line.all("factors", ModelLines::factor));
  }

  private static Risk.Factor factor(Line line) throws BundleException {
    return new Risk.Factor(
        line.text("name"),
        line.fraction("value"),
        line.fraction("weight"),
        line.text("why"),
        line.text("source"),
        line.all("evidence", ModelLines::evidence));
  }

  static PlanEntry plan(Line line) throws BundleException {
    return new PlanEntry(
        line.text("test"), line.text("component"), line.flag("run"), line.text("why"));
  }

  static Verdict verdict(Line line) throws BundleException {
    try {
      return new Verdict(
          line.text("test"),
          line.text("component"),
          Outcome.valueOf(line.text("verdict")),
          Severity.of(line.text("severity")),
          line.text("why"),
          line.all("evidence", ModelLines::evidence));
    } catch (IllegalArgumentException e) {
      throw new BundleException(line.where() + ": no such verdict or severity");
    }
  }

  private static Evidence evidence(Line line) throws BundleException {
    Place place = Place.whole();
    if (line.object().number("line").isPresent()) {
      place = Place.line(line.number("line"));
    } else if (line.object().number("offset").isPresent()) {
      place = Place.offset(line.number("offset"));
    }
    return new Evidence(line.text("artifact"), place, line.text("excerpt"));
  }

  static Waived waived(Line line) throws BundleException {
    return new Waived(
        line.text("test"),
        line.text("component"),
        line.text("reason"),
        line.text("by"),
        line.text("until"));
  }
}
