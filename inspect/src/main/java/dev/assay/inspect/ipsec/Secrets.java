package dev.assay.inspect.ipsec;

import dev.assay.inspect.Draft;
import dev.assay.inspect.ipsec.IpsecDaemonFacts.Secret;
import dev.assay.inspect.settings.Blocks;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Section;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shared keys and passwords: ipsec.secrets(5) and the section {@code secrets} of swanctl.conf. */
final class Secrets {
  private static final int MAX_SECRETS = 2_000;

  /** The colon before a secret has blanks around it; those of IPv6 addresses have none. */
  private static final Pattern SECRET = Pattern.compile("(?:^|\\s):\\s*([A-Za-z0-9]+)\\s+(.*)$");

  private final Draft draft;
  private final List<Secret> found = new ArrayList<>();
  private final Set<Node> files = new LinkedHashSet<>();

  Secrets(Draft draft) {
    this.draft = draft;
  }

  List<Secret> found() {
    return List.copyOf(found);
  }

  /** Files that hold secrets. */
  Set<Node> files() {
    return files;
  }

  void stroke(Root root) {
    Included included = new Included(root);
    root.file("etc/ipsec.secrets")
        .ifPresent(file -> included.read(file, each -> lines(each, included)));
    included.doubt().ifPresent(why -> draft.unknown("secrets", why));
  }

  private void lines(SourceFile file, Included included) {
    for (Line line : file.lines()) {
      String text = line.text().replaceFirst("(^|\\s)#.*$", "").strip();
      if (text.startsWith("include ")) {
        included.each(
            text.substring("include ".length()).strip(), file, each -> lines(each, included));
        continue;
      }
      Matcher entry = SECRET.matcher(text);
      if (!entry.find()) {
        continue;
      }
      String type = entry.group(1).toLowerCase(Locale.ROOT);
      String value = entry.group(2).strip();
      String selectors = text.substring(0, entry.start()).strip();
      List<String> peers = List.of(selectors.split("\\s+"));
      boolean key = type.equals("rsa") || type.equals("ecdsa") || type.equals("p12");
      if (key && value.indexOf(' ') < 0) {
        continue;
      }
      String secret = key ? value.substring(value.indexOf(' ') + 1).strip() : value;
      if (secret.equals("%prompt")) {
        continue;
      }
      Evidence at = Evidence.line(file.path(), line.number(), selectors + " : " + type + " …");
      files.add(file.node());
      add(key || type.equals("pin") ? "passphrase" : type, peers, unquoted(secret), at);
    }
  }

  void vici(Blocks blocks, Root root) {
    for (var each :
        blocks.top().section("secrets").map(Section::sections).orElse(Map.of()).entrySet()) {
      Section section = each.getValue();
      String kind = each.getKey().replaceFirst("[-_0-9].*$", "");
      for (Setting setting : section.get("secret").stream().toList()) {
        List<String> peers =
            section.values().entrySet().stream()
                .filter(id -> id.getKey().startsWith("id"))
                .map(id -> id.getValue().value())
                .toList();
        String type =
            kind.startsWith("ike")
                ? "psk"
                : List.of("eap", "xauth", "ntlm", "ppk").stream()
                    .filter(kind::startsWith)
                    .findFirst()
                    .orElse("passphrase");
        root.nodes().stream()
            .filter(node -> node.path().equals(setting.at().artifact()))
            .forEach(files::add);
        add(type, peers, setting.value(), setting.at());
      }
    }
  }

  private void add(String type, List<String> peers, String secret, Evidence at) {
    if (found.size() >= MAX_SECRETS) {
      draft.unknown("secrets", "more than " + MAX_SECRETS + " secrets");
      return;
    }
    draft.seen("secrets[" + found.size() + "]", at);
    List<String> named = peers.stream().filter(each -> !each.isEmpty()).toList();
    boolean any =
        named.stream().allMatch(each -> each.startsWith("%any") || each.equals("0.0.0.0"));
    found.add(new Secret(type, named, any, SharedKey.bits(secret), SharedKey.wellKnown(secret)));
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
