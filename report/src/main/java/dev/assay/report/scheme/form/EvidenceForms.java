package dev.assay.report.scheme.form;

import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import dev.assay.model.Place;
import dev.assay.model.PlannedTest;
import dev.assay.model.Product;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import dev.assay.report.Plain;
import dev.assay.report.document.Document;
import dev.assay.report.scheme.Dossier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form a test: all that ran for the scheme's standards, then what is still to be tested. */
public final class EvidenceForms {
  private static final int EVIDENCE = 12;
  private static final String BY_TESTER = "to be stated by the tester";

  private final Dossier dossier;
  private final Map<String, List<Verdict>> verdicts = new HashMap<>();

  private EvidenceForms(Dossier dossier) {
    this.dossier = dossier;
    for (Verdict verdict : dossier.evaluation().verdicts()) {
      verdicts.computeIfAbsent(verdict.test(), unseen -> new ArrayList<>()).add(verdict);
    }
  }

  public static List<Form> of(Dossier dossier) {
    EvidenceForms forms = new EvidenceForms(dossier);
    List<Form> all = new ArrayList<>();
    dossier.planned().forEach(test -> all.add(forms.open(test)));
    dossier.cases().forEach(test -> all.add(forms.filled(test)));
    return all;
  }

  /** The forms as a text, those that wait for a test first. */
  public static Document document(Dossier dossier) {
    Document.Builder document = new Document.Builder();
    List<Form> forms = of(dossier);
    long open = forms.stream().filter(form -> form.verdict().equals(Form.NOT_TESTED)).count();
    document.paragraph(
        Plain.count(forms.size(), "form", "forms")
            + "; "
            + open
            + " of them wait for a test that an image does not allow, and stand first.");
    for (Form form : forms) {
      document.heading(1, form.test() + " " + form.description());
      Document.TableBuilder table = document.table(2, 9);
      table.row("Field", "Entry");
      form.fields().forEach(field -> table.row(field.name(), field.entry()));
      table.end();
    }
    return document.build(
        "Evidence forms", dossier.product() + ", " + dossier.scheme().title(), dossier.footer());
  }

  private Form open(PlannedTest test) {
    return new Form(
        List.of(requirement(test.requirement())),
        test.title(),
        BY_TESTER,
        device(),
        test.id(),
        test.title() + ", of the product as a whole",
        BY_TESTER,
        "not carried out: " + test.why(),
        BY_TESTER,
        BY_TESTER,
        List.of(),
        Form.NOT_TESTED);
  }

  private Form filled(TestCase test) {
    List<Verdict> all = verdicts.getOrDefault(test.id(), List.of());
    Map<Outcome, Long> counts =
        all.stream().collect(Collectors.groupingBy(Verdict::outcome, Collectors.counting()));
    String numbers =
        "passed "
            + counts.getOrDefault(Outcome.PASS, 0L)
            + ", failed "
            + counts.getOrDefault(Outcome.FAIL, 0L)
            + ", inconclusive "
            + counts.getOrDefault(Outcome.INCONCLUSIVE, 0L);
    return new Form(
        test.requirements().stream().filter(dossier::is).map(this::requirement).toList(),
        test.title(),
        test.because(),
        device(),
        test.id(),
        "Whether of each component of kind "
            + test.component()
            + (test.applies().equals("true") ? "" : " for which " + test.applies())
            + " it is true: "
            + test.title(),
        "The product as it is delivered; nothing of it is started.",
        "Read the facts of each component from the product, then decide "
            + test.expect()
            + ". Repeat with: assay verify BUNDLE PRODUCT",
        test.expect(),
        "A verdict for each component with why, and the path, line or offset and excerpt that"
            + " decided it, in verdicts.jsonl of the bundle with root "
            + dossier.root(),
        evidence(all),
        overall(counts) + " (" + numbers + ")");
  }

  private Form.Requirement requirement(String id) {
    return new Form.Requirement(dossier.titles().apply(id), id);
  }

  private static String overall(Map<Outcome, Long> counts) {
    return counts.containsKey(Outcome.FAIL)
        ? Outcome.FAIL.name()
        : counts.containsKey(Outcome.INCONCLUSIVE)
            ? Outcome.INCONCLUSIVE.name()
            : Outcome.PASS.name();
  }

  private String device() {
    return dossier.product()
        + ": "
        + dossier.evaluation().product().images().stream()
            .map(EvidenceForms::image)
            .collect(Collectors.joining("; "));
  }

  private static String image(Product.Image image) {
    return image.name() + ", SHA-256 " + image.sha256();
  }

  /** Of each outcome some, failures first; all verdicts stand in the bundle. */
  private static List<String> evidence(List<Verdict> verdicts) {
    List<Verdict> ordered =
        verdicts.stream()
            .sorted(
                Comparator.comparing((Verdict verdict) -> rank(verdict.outcome()))
                    .thenComparing(Verdict::component))
            .toList();
    List<String> shown = new ArrayList<>();
    for (Verdict verdict : ordered.subList(0, Math.min(EVIDENCE, ordered.size()))) {
      Optional<Evidence> first = verdict.evidence().stream().findFirst();
      shown.add(
          verdict.outcome()
              + " "
              + verdict.component()
              + ": "
              + verdict.why()
              + first.map(each -> " [" + place(each) + "]").orElse(""));
    }
    if (ordered.size() > EVIDENCE) {
      shown.add("and " + (ordered.size() - EVIDENCE) + " verdicts more in verdicts.jsonl");
    }
    return shown;
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case FAIL -> 0;
      case INCONCLUSIVE -> 1;
      case PASS -> 2;
    };
  }

  private static String place(Evidence evidence) {
    return evidence.artifact()
        + switch (evidence.place()) {
          case Place.Line line -> ":" + line.number();
          case Place.Offset offset -> " at " + offset.bytes();
          case Place.Whole whole -> "";
        }
        + (evidence.excerpt().isEmpty() ? "" : " " + evidence.excerpt());
  }
}
