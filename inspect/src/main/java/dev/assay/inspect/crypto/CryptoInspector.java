package dev.assay.inspect.crypto;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.stream.Stream;

/** One component for each TLS library whose settings for the whole system are there. */
public final class CryptoInspector implements Inspector {
  public static final Kind<TlsPolicyFacts> KIND =
      Kind.of("tls-policy", TlsPolicyFacts.class, "TLS settings of the system");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return Stream.concat(OpenSslPolicy.READS.stream(), OtherPolicies.READS.stream()).toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    OpenSslPolicy.report(root, findings);
    OtherPolicies.report(root, findings);
  }

  static void doubt(Draft draft, String why) {
    for (String fact : List.of("minimum", "securityLevel", "ciphers", "providers", "modules")) {
      draft.unknown(fact, why);
    }
  }

  static RiskSigns signs(String library) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.LISTENS, "holds for all programs that use " + library)
        .withSurface(1, 1, "settings")
        .withMemoryUnsafe(false, "configuration")
        .withParsesInput(false, "configuration")
        .withPrivilege(RiskSigns.Privilege.FULL, "decides about encryption");
  }
}
