package dev.assay.inspect.applications;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** One component for each file of accounts, also where it holds none. */
public final class ApplicationAccountsInspector implements Inspector {
  public static final Kind<ApplicationAccountsFacts> KIND =
      Kind.of("application-accounts", ApplicationAccountsFacts.class, "Accounts of an application");

  private static final int MAX_ACCOUNTS = 1000;

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return AccountFile.ALL.stream().flatMap(each -> each.names().stream()).toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (AccountFile each : AccountFile.ALL) {
      for (SourceFile file : each.in(root)) {
        List<Login> logins =
            each.read().apply(file, problem -> findings.problem(file.node(), problem)).stream()
                .limit(MAX_ACCOUNTS)
                .toList();
        describe(root, each.format(), file, logins, findings);
      }
    }
  }

  private static void describe(
      Root root, String format, SourceFile file, List<Login> logins, Findings findings) {
    Draft draft =
        findings
            .component(KIND, file.path(), format + " accounts in " + file.node().name())
            .artifact(file.node())
            .signs(signs(logins.size()))
            .seen("readableByAll", Modes.evidence(file.node()));
    draft.seen(
        "accounts", file.whole(logins.size() + (logins.size() == 1 ? " account" : " accounts")));
    for (int i = 0; i < logins.size(); i++) {
      draft.seen("accounts[" + i + "]", logins.get(i).where());
    }
    if (file.node().mode() == 0) {
      draft.unknown("readableByAll", "the container stores no file modes");
    }
    draft.facts(
        new ApplicationAccountsFacts(
            format,
            logins.stream().map(Login::account).toList(),
            Modes.readableByAll(root, file.node())));
  }

  private static RiskSigns signs(int accounts) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.LISTENS, "logins of the application check against it")
        .withSurface(0, accounts, "accounts")
        .withMemoryUnsafe(false, "a list")
        .withParsesInput(false, "a list")
        .withPrivilege(RiskSigns.Privilege.SERVICE, "decides who administers the application");
  }
}
