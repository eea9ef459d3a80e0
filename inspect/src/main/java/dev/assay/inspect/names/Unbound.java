package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code unbound.conf}, unbound.conf(5) 1.17: {@code key: value} under {@code server:}. */
final class Unbound {
  private Unbound() {}

  static void report(Root root, Findings findings) {
    Optional<SourceFile> main = root.file("etc/unbound/unbound.conf");
    if (main.isEmpty()) {
      return;
    }
    Included included = new Included(root);
    List<Setting> settings = new ArrayList<>();
    included.read(main.get(), file -> read(file, included, settings));
    Draft draft = findings.component(NameServerInspector.KIND, main.get().path(), "unbound");
    Answers answers = new Answers(settings, main.get(), draft);
    answers.doubt(included);
    boolean everywhere =
        answers.any(
            "listensEverywhere",
            "interface",
            each -> each.value().matches("(0\\.0\\.0\\.0|::0?)(@.*)?"));
    boolean open =
        answers.any(
            "answersEverybody",
            "access-control",
            each -> each.value().matches("(0\\.0\\.0\\.0/0|::0?/0)\\s+allow\\S*"));
    boolean anchored =
        answers.any("validates", "auto-trust-anchor-file")
            || answers.any("validates", "trust-anchor-file")
            || answers.any("validates", "trust-anchor");
    boolean strict = !answers.text("validates", "val-permissive-mode", "no").equals("yes");
    boolean controlled = answers.text("remoteControl", "control-enable", "no").equals("yes");
    boolean away =
        answers.any(
            "remoteControl",
            "control-interface",
            each -> !each.value().matches("127\\..*|::1|/.*|localhost"));
    NameServerInspector.signed(draft, true)
        .facts(
            new NameServerFacts(
                "unbound",
                everywhere,
                open,
                anchored && strict,
                answers.any("dropsPrivate", "private-address"),
                answers.text("hidesVersion", "hide-version", "no").equals("yes"),
                false,
                false,
                controlled && away,
                false,
                true,
                false,
                Loose.writable(
                    "writableFiles",
                    included.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  private static void read(SourceFile file, Included included, List<Setting> into) {
    for (Line line : file.lines()) {
      String text = line.text().replaceFirst("(^|\\s)#.*$", "").strip();
      int colon = text.indexOf(':');
      if (colon <= 0) {
        continue;
      }
      if (into.size() > 20_000) {
        file.cut("more than 20000 settings");
        return;
      }
      String key = text.substring(0, colon).strip();
      String value = text.substring(colon + 1).strip().replace("\"", "");
      if (key.startsWith("include")) {
        included.each(value, file, each -> read(each, included, into));
      } else if (!value.isEmpty()) {
        into.add(new Setting("", key, value, file.at(line)));
      }
    }
  }
}
