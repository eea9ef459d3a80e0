package dev.assay.inspect.accounts;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.accounts.AccountSetFacts.Account;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The accounts of a root file system as one component. */
public final class AccountInspector implements Inspector {
  public static final Kind<AccountSetFacts> KIND =
      Kind.of("account-set", AccountSetFacts.class, "Accounts");

  private static final int MAX_ACCOUNTS = 10_000;

  private record Shadow(String hash, int maxAge, boolean mustChange, Line line) {}

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("etc/passwd", "etc/shadow");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file("etc/passwd").ifPresent(file -> describe(root, file, findings));
  }

  private static void describe(Root root, SourceFile passwd, Findings findings) {
    Optional<SourceFile> shadow = root.file("etc/shadow");
    Map<String, Shadow> hashes = shadow.map(AccountInspector::shadows).orElse(Map.of());
    DefaultPasswords defaults = new DefaultPasswords();
    Draft draft = findings.component(KIND, passwd.path(), "accounts").artifact(passwd.node());
    shadow.ifPresent(file -> draft.artifact(file.node()));
    List<Account> accounts = new ArrayList<>();
    Map<String, Integer> names = new TreeMap<>();
    Map<Integer, Integer> ids = new TreeMap<>();
    for (Line line : passwd.lines()) {
      String[] fields = line.text().split(":", -1);
      if (fields.length < 7 || !isAccount(line.text())) {
        continue;
      }
      if (accounts.size() >= MAX_ACCOUNTS) {
        passwd.cut("more than " + MAX_ACCOUNTS + " accounts");
        break;
      }
      Optional<Shadow> own = Optional.ofNullable(hashes.get(fields[0]));
      boolean inPasswd =
          !fields[1].equals("x") && !fields[1].equals("*") && !fields[1].startsWith("!");
      PasswordHash hash =
          new PasswordHash(!fields[1].equals("x") ? fields[1] : own.map(Shadow::hash).orElse("x"));
      boolean interactive = isInteractive(fields[6]);
      String element = "accounts[" + accounts.size() + "]";
      Optional<Boolean> known =
          hash.scheme().equals("none") || hash.scheme().equals("locked")
              ? Optional.of(false)
              : defaults.matches(fields[0], hash);
      if (fields[1].equals("x") && own.isEmpty()) {
        String why =
            "passwd says that the password of "
                + fields[0]
                + " is in shadow, which has no such line";
        draft.unknown(element + ".scheme", why).unknown(element + ".knownPassword", why);
        draft.unknown(element + ".maxAge", why).unknown(element + ".mustChange", why);
      } else if (known.isEmpty()) {
        draft.unknown(
            element + ".knownPassword",
            "passwords hashed with " + hash.scheme() + " cannot be tried within the budget");
      }
      draft.seen(element, evidence(passwd, line, shadow, own, hash));
      names.merge(fields[0], 1, Integer::sum);
      ids.merge(number(fields[2], -1), 1, Integer::sum);
      accounts.add(
          new Account(
              fields[0],
              number(fields[2], -1),
              number(fields[3], -1),
              fields[5],
              fields[6].isEmpty() ? "/bin/sh" : fields[6],
              hash.scheme(),
              known.orElse(false),
              interactive,
              inPasswd && !fields[1].isEmpty(),
              own.map(Shadow::maxAge).orElse(-1),
              own.map(Shadow::mustChange).orElse(false)));
    }
    draft.seen(
        "shadowed", passwd.whole(shadow.isPresent() ? "etc/shadow is there" : "no etc/shadow"));
    shadow.ifPresent(
        file ->
            draft.seen(
                "shadowMode", file.whole("mode " + Integer.toOctalString(file.node().mode()))));
    draft.seen("duplicateIds", passwd.whole("user ids"));
    draft.seen("duplicateNames", passwd.whole("names"));
    draft
        .signs(signs(accounts.size()))
        .facts(
            new AccountSetFacts(
                List.copyOf(accounts),
                shadow.isPresent(),
                shadow.map(file -> file.node().mode()).orElse(0),
                names.entrySet().stream()
                    .filter(e -> e.getValue() > 1)
                    .map(Map.Entry::getKey)
                    .toList(),
                ids.entrySet().stream()
                    .filter(e -> e.getValue() > 1 && e.getKey() >= 0)
                    .map(Map.Entry::getKey)
                    .toList()));
  }

  /**
   * Lines that begin with {@code +} or {@code -} ask a network directory and name no account of
   * their own (nsswitch.conf(5), "Compatibility mode"); other services skip them.
   */
  private static boolean isAccount(String line) {
    return !line.startsWith("#") && !line.startsWith("+") && !line.startsWith("-");
  }

  private static Evidence evidence(
      SourceFile passwd,
      Line line,
      Optional<SourceFile> shadow,
      Optional<Shadow> own,
      PasswordHash hash) {
    String[] fields = line.text().split(":", -1);
    if (fields[1].equals("x") && own.isPresent() && shadow.isPresent()) {
      return Evidence.line(
          shadow.get().path(),
          own.get().line().number(),
          fields[0] + ":<" + hash.scheme() + ">:…  shell " + fields[6]);
    }
    String shown = fields[1].length() > 1 ? "<" + hash.scheme() + ">" : fields[1];
    return Evidence.line(
        passwd.path(),
        line.number(),
        fields[0] + ":" + shown + ":" + fields[2] + ":" + fields[3] + "::" + fields[5] + ":"
            + fields[6]);
  }

  private static Map<String, Shadow> shadows(SourceFile file) {
    Map<String, Shadow> hashes = new HashMap<>();
    for (Line line : file.lines()) {
      String[] fields = line.text().split(":", -1);
      if (fields.length >= 2) {
        int age = fields.length > 4 ? number(fields[4], -1) : -1;
        boolean mustChange = fields.length > 2 && fields[2].equals("0");
        hashes.putIfAbsent(
            fields[0], new Shadow(fields[1], age >= 99_999 ? -1 : age, mustChange, line));
      }
    }
    return hashes;
  }

  private static boolean isInteractive(String shell) {
    return !shell.endsWith("/nologin")
        && !shell.endsWith("/false")
        && !shell.endsWith("/sync")
        && !shell.endsWith("/true");
  }

  private static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static RiskSigns signs(int accounts) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.LISTENS, "logins of the system check against it")
        .withSurface(0, accounts, "accounts")
        .withMemoryUnsafe(false, "a list")
        .withParsesInput(false, "a list")
        .withPrivilege(RiskSigns.Privilege.FULL, "decides who becomes root");
  }
}
