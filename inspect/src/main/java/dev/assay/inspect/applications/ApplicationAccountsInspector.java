package dev.assay.inspect.applications;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.Problem;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
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
        describe(root, each, file, findings);
      }
    }
  }

  private static void describe(Root root, AccountFile each, SourceFile file, Findings findings) {
    List<Problem> problems = new ArrayList<>();
    List<Login> logins = each.read().apply(file, problems::add);
    problems.forEach(problem -> findings.problem(file.node(), problem));
    Draft draft = draft(each.format(), file, logins, findings);
    if (!problems.isEmpty()) {
      draft.unknown("accounts", "more may stand in what could not be read");
    } else if (logins.size() > MAX_ACCOUNTS) {
      draft.unknown("accounts", "only the first " + MAX_ACCOUNTS + " are looked at");
    }
    draft.facts(
        new ApplicationAccountsFacts(
            each.format(),
            logins.stream().limit(MAX_ACCOUNTS).map(Login::account).toList(),
            Modes.readableByAll(root, file.node())));
  }

  private static Draft draft(
      String format, SourceFile file, List<Login> logins, Findings findings) {
    Draft draft =
        findings
            .component(KIND, file.path(), format + " accounts in " + file.node().name())
            .artifact(file.node())
            .signs(signs(logins.size()))
            .seen("readableByAll", Modes.evidence(file.node()));
    draft.seen(
        "accounts", file.whole(logins.size() + (logins.size() == 1 ? " account" : " accounts")));
    for (int i = 0; i < Math.min(logins.size(), MAX_ACCOUNTS); i++) {
      draft.seen("accounts[" + i + "]", logins.get(i).where());
    }
    if (file.node().mode() == 0) {
      draft.unknown("readableByAll", "the container stores no file modes");
    }
    return draft;
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
