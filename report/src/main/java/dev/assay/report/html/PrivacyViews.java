package dev.assay.report.html;

import dev.assay.model.Evaluation;
import dev.assay.report.Plain;
import dev.assay.report.privacy.AppPrivacy;
import dev.assay.report.privacy.AppPrivacy.DataType;
import dev.assay.report.privacy.AppPrivacy.Declared;
import dev.assay.report.privacy.AppPrivacy.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The section on personal data: a label for each app, then every type with where it comes from. */
final class PrivacyViews {
  private static final int APPS = 100;
  private static final int LISTED = 40;
  private static final int PLACES = 3;

  private PrivacyViews() {}

  static List<Page.AppLabel> of(Evaluation evaluation) {
    return AppPrivacy.of(evaluation).stream().limit(APPS).map(PrivacyViews::label).toList();
  }

  private static Page.AppLabel label(AppPrivacy app) {
    return new Page.AppLabel(
        Plain.line(app.app()),
        Plain.line(app.artifact()),
        app.given() ? "" : Plain.line(app.notGiven()),
        Plain.line(app.hidden()),
        lines(app),
        !app.data().isEmpty(),
        app.data().stream().map(type -> row(app, type)).toList(),
        shown(
            app.libraries(),
            each -> each.name() + " (" + each.owner() + ")" + mark(app, each.declared())),
        shown(
            app.hosts(),
            each ->
                each.name()
                    + (each.cleartext() ? ", in clear text" : "")
                    + mark(app, each.declared())));
  }

  private static List<Page.LabelLine> lines(AppPrivacy app) {
    List<Page.LabelLine> lines = new ArrayList<>();
    if (app.given()) {
      add(lines, "Reads and declares", "good", titles(app, type -> type.state() == State.DECLARED));
      add(
          lines,
          "Reads without declaring",
          "bad",
          titles(app, type -> type.state() == State.UNDECLARED));
      add(lines, "Declares, not seen", "", titles(app, type -> type.state() == State.UNSEEN));
      add(
          lines,
          "Declares; may be in code that was not seen",
          "",
          titles(app, type -> type.state() == State.MAYBE));
      add(lines, "Says it sends off", "", titles(app, said(Declared::collected)));
      add(lines, "Says it shares", "", titles(app, said(Declared::shared)));
      add(
          lines,
          "Sends or shares unencrypted",
          "bad",
          titles(app, said(d -> (d.collected() || d.shared()) && !d.encrypted())));
    } else {
      add(lines, "Reads", "", titles(app, type -> type.uses() > 0));
    }
    add(
        lines,
        "Libraries of others",
        "",
        app.libraries().stream().map(AppPrivacy.Library::name).toList());
    String network =
        app.network()
            ? Plain.count(app.hosts().size(), "host is named", "hosts are named")
            : "nowhere: it may not use the network";
    add(lines, "Can send to", "", List.of(network));
    add(lines, "Privacy policy", "", Stream.of(app.policy()).filter(p -> !p.isEmpty()).toList());
    return lines;
  }

  private static Predicate<DataType> said(Predicate<Declared> what) {
    return type -> type.declared().filter(what).isPresent();
  }

  private static List<String> titles(AppPrivacy app, Predicate<DataType> which) {
    return app.data().stream().filter(which).map(DataType::title).toList();
  }

  private static void add(
      List<Page.LabelLine> lines, String title, String tone, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(
          new Page.LabelLine(title, tone, values.stream().limit(LISTED).map(Plain::line).toList()));
    }
  }

  private static Page.DataRow row(AppPrivacy app, DataType type) {
    boolean bad = type.state() == State.UNDECLARED;
    List<String> from = type.from().stream().limit(PLACES).map(Plain::line).toList();
    return new Page.DataRow(
        Plain.line(type.title()),
        from,
        type.uses() > from.size()
            ? Plain.count(type.uses(), "place", "places") + " in all"
            : type.uses() == 0 ? "no code that can run" : "",
        to(app, type),
        type.state().title(),
        type.declared().map(PrivacyViews::words).orElse(""),
        bad);
  }

  /** Where it can go; where it does go, only traffic shows. */
  private static String to(AppPrivacy app, DataType type) {
    if (type.uses() == 0) {
      return "";
    }
    if (!app.network()) {
      return "stays in the app: no network";
    }
    return Plain.count(app.hosts().size(), "host", "hosts")
        + ", "
        + Plain.count(app.libraries().size(), "library of others", "libraries of others");
  }

  private static String words(Declared said) {
    List<String> words = new ArrayList<>();
    words.add(said.collected() ? "collected" : "not collected");
    words.add(said.shared() ? "shared" : "not shared");
    if (said.collected() || said.shared()) {
      words.add(said.encrypted() ? "encrypted" : "unencrypted");
      words.add(said.optional() ? "users may refuse" : "users cannot refuse");
    }
    if (!said.purposes().isEmpty()) {
      words.add("for " + String.join(", ", said.purposes()));
    }
    if (!said.retention().isEmpty()) {
      words.add("kept " + said.retention());
    }
    return Plain.line(String.join("; ", words));
  }

  private static String mark(AppPrivacy app, boolean declared) {
    return !app.given() ? "" : declared ? ", declared" : ", not declared";
  }

  private static <T> Page.Listing shown(Collection<T> all, Function<T, String> text) {
    return new Page.Listing(
        !all.isEmpty(),
        all.size(),
        all.stream().limit(LISTED).map(text).map(Plain::line).toList(),
        all.size() > LISTED ? "and " + (all.size() - LISTED) + " more in the bundle" : "");
  }
}
