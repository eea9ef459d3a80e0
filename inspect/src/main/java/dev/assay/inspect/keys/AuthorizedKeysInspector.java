package dev.assay.inspect.keys;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the files that let people log in by key, in sshd's and dropbear's places. */
public final class AuthorizedKeysInspector implements Inspector {
  public static final Kind<AuthorizedKeysFacts> AUTHORIZED_KEYS =
      Kind.of("authorized-keys", AuthorizedKeysFacts.class, "Authorized keys");

  private static final int MAX_KEYS = 1000;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(AUTHORIZED_KEYS);
  }

  @Override
  public List<String> reads() {
    return List.of(
        "authorized_keys",
        "authorized_keys2",
        "etc/ssh/authorized_keys/*",
        "etc/ssh/authorized_keys.d/*");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (Node node : root.nodes()) {
      if (isOne(node.inRoot()) && node.isFile() && node.kept().isPresent()) {
        describe(root.source(node).orElseThrow(), findings);
      }
    }
  }

  private static boolean isOne(String path) {
    return path.endsWith(".ssh/authorized_keys")
        || path.endsWith(".ssh/authorized_keys2")
        || path.equals("etc/dropbear/authorized_keys")
        || path.startsWith("etc/ssh/authorized_keys/")
        || path.startsWith("etc/ssh/authorized_keys.d/");
  }

  private static void describe(SourceFile file, Findings findings) {
    Node node = file.node();
    String user = user(node.inRoot());
    Draft draft =
        findings
            .component(AUTHORIZED_KEYS, node.path(), "keys of " + user)
            .artifact(node)
            .signs(signs(user));
    List<AuthorizedKeysFacts.Key> keys = new ArrayList<>();
    int unreadable = 0;
    for (SourceFile.Line line : file.lines()) {
      String text = line.text().strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (keys.size() >= MAX_KEYS) {
        file.cut("more than " + MAX_KEYS + " keys");
        break;
      }
      Optional<AuthorizedKeysFacts.Key> key = AuthorizedKeyLine.read(text);
      if (key.isPresent()) {
        draft.seen(
            "keys[" + keys.size() + "]",
            Evidence.line(node.path(), line.number(), AuthorizedKeyLine.shown(key.get())));
        keys.add(key.get());
      } else {
        unreadable++;
        draft.seen("unreadable", file.at(line));
      }
    }
    String mode = String.format(Locale.ROOT, "%04o", node.mode());
    for (String fact : List.of("mode", "writable", "user", "forRoot")) {
      draft.seen(
          fact, node.whole("opens account " + user + "; mode " + mode + ", owner " + node.owner()));
    }
    if (node.mode() == 0) {
      draft
          .unknown("mode", "the container stores no file modes")
          .unknown("writable", "the container stores no file modes");
    }
    draft.facts(
        new AuthorizedKeysFacts(
            user,
            user.equals("root"),
            List.copyOf(keys),
            mode,
            (node.mode() & 0022) != 0,
            unreadable));
  }

  private static String user(String path) {
    if (path.equals("etc/dropbear/authorized_keys") || path.startsWith("root/")) {
      // dropbear on OpenWrt reads this file for root.
      return "root";
    }
    if (path.startsWith("etc/ssh/authorized_keys")) {
      return path.substring(path.lastIndexOf('/') + 1);
    }
    String home =
        path.substring(0, path.lastIndexOf("/.ssh/") < 0 ? 0 : path.lastIndexOf("/.ssh/"));
    return home.isEmpty() ? "root" : home.substring(home.lastIndexOf('/') + 1);
  }

  private static RiskSigns signs(String user) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.LISTENS, "opens a login over the network")
        .withSurface(0, 0, "data, not code")
        .withMemoryUnsafe(false, "data, not code")
        .withParsesInput(false, "data, not code")
        .withPrivilege(
            user.equals("root") ? RiskSigns.Privilege.FULL : RiskSigns.Privilege.SERVICE,
            "login as " + user);
  }
}
