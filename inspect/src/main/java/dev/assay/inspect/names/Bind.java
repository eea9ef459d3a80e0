package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code named.conf}: statements that end with semicolons. Each statement without inner blocks is a
 * setting, whichever block it stands in: {@code recursion yes}, {@code allow-transfer { any; }}.
 */
final class Bind {
  /** Characters of a file without comments. */
  private static final int MAX_TEXT = 1 << 18;

  private static final int MOST = 20_000;

  /** Blocks of further statements; what stands in them is read as if it stood outside. */
  private static final String BLOCK =
      "(?!(?:options|zone|view|controls|logging|channel|server|key|tls|http|dnssec-policy)\\b)";

  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b"
              + BLOCK
              + "([a-z][a-z0-9-]{2,40}+)\\s++([^;{}]{0,2000}+)(?:\\{([^{}]*+)\\})?+\\s*+;");

  private Bind() {}

  static void report(Root root, Findings findings) {
    Optional<SourceFile> main =
        Stream.of("etc/bind/named.conf", "etc/named.conf")
            .flatMap(path -> root.file(path).stream())
            .findFirst();
    if (main.isEmpty()) {
      return;
    }
    Included included = new Included(root);
    List<Setting> settings = new ArrayList<>();
    included.read(main.get(), file -> read(file, included, settings));
    Draft draft = findings.component(NameServerInspector.KIND, main.get().path(), "BIND");
    Answers answers = new Answers(settings, main.get(), draft);
    answers.doubt(included);
    boolean recursion = !answers.text("answersEverybody", "recursion", "yes").equals("no");
    boolean all = answers.any("answersEverybody", "allow-recursion", Bind::any);
    boolean bound = answers.any("listensEverywhere", "listen-on", each -> !any(each));
    NameServerInspector.signed(draft, true)
        .facts(
            new NameServerFacts(
                "bind",
                !bound,
                recursion && all,
                BindValidation.isOn("validates", answers, root, draft),
                answers.any("dropsPrivate", "deny-answer-addresses"),
                answers.any("hidesVersion", "version"),
                answers.any("transfersOpen", "allow-transfer", Bind::any),
                answers.any("updatesOpen", "allow-update", Bind::any),
                answers.any(
                    "remoteControl",
                    "inet",
                    each -> !each.value().matches("(127\\.|::1|localhost).*")),
                false,
                true,
                false,
                Loose.writable(
                    "writableFiles",
                    included.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  private static boolean any(Setting setting) {
    return setting.value().matches("(.*\\W)?any\\s*;?.*");
  }

  private static void read(SourceFile file, Included included, List<Setting> into) {
    String text = withoutComments(file);
    Matcher statement = STATEMENT.matcher(text);
    while (statement.find()) {
      if (into.size() >= MOST) {
        file.cut("more than " + MOST + " statements");
        return;
      }
      String key = statement.group(1);
      String list = statement.group(3) == null ? "" : " " + statement.group(3).strip();
      String value = (statement.group(2).strip() + list).strip().replace("\"", "");
      if (key.equals("include")) {
        included.each(value, file, each -> read(each, included, into));
      } else {
        String shown = key.equals("secret") ? "secret …" : key + " " + value;
        into.add(
            new Setting(
                "",
                key,
                value,
                Evidence.whole(
                    file.path(), shown.length() > 200 ? shown.substring(0, 200) : shown)));
      }
    }
  }

  /** Blanks follow each other no more, so that they do not make a statement long. */
  private static String withoutComments(SourceFile file) {
    String text = file.text();
    StringBuilder kept = new StringBuilder(" ");
    int at = 0;
    while (at < text.length() && kept.length() < MAX_TEXT) {
      boolean line = text.charAt(at) == '#' || text.startsWith("//", at);
      if (line || text.startsWith("/*", at)) {
        int end = text.indexOf(line ? "\n" : "*/", at);
        at = end < 0 ? text.length() : end + (line ? 1 : 2);
        blank(kept);
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
        blank(kept);
      } else {
        kept.append(text.charAt(at++));
      }
    }
    if (at < text.length()) {
      file.cut("more than " + MAX_TEXT + " characters");
    }
    return kept.toString();
  }

  private static void blank(StringBuilder kept) {
    if (kept.charAt(kept.length() - 1) != ' ') {
      kept.append(' ');
    }
  }
}
