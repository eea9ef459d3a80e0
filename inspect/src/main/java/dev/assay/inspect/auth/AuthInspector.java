package dev.assay.inspect.auth;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import java.util.List;
import java.util.stream.Stream;

/** One component for PAM and one for login.defs. */
public final class AuthInspector implements Inspector {
  public static final Kind<PamPolicyFacts> PAM =
      Kind.of("pam-policy", PamPolicyFacts.class, "Authentication by PAM");
  public static final Kind<LoginPolicyFacts> LOGIN =
      Kind.of("login-policy", LoginPolicyFacts.class, "Rules for accounts and logins");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(PAM, LOGIN);
  }

  @Override
  public List<String> reads() {
    return Stream.concat(PamPolicy.READS.stream(), LoginPolicy.READS.stream()).toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    PamPolicy.report(root, findings);
    LoginPolicy.report(root, findings);
  }
}
