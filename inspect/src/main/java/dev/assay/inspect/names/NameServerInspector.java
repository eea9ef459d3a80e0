package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.stream.Stream;

/** One component for each name server whose configuration is there. */
public final class NameServerInspector implements Inspector {
  public static final Kind<NameServerFacts> KIND =
      Kind.of("name-server", NameServerFacts.class, "Name server");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return ConfiguredProgram.reads(
        Stream.concat(
                Dnsmasq.STARTS.stream(),
                Stream.of(
                    "etc/dnsmasq.conf",
                    "etc/dnsmasq.d/*",
                    "etc/unbound/unbound.conf",
                    "etc/unbound/unbound.conf.d/*.conf",
                    "etc/bind/named.conf",
                    "etc/bind/named.conf.*",
                    "etc/named.conf"))
            .toList());
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Dnsmasq.report(root, findings);
    Unbound.report(root, findings);
    Bind.report(root, findings);
  }

  static Draft signed(Draft draft, boolean listens) {
    return draft.signs(
        RiskSigns.UNKNOWN
            .withExposure(
                listens ? RiskSigns.Exposure.LISTENS : RiskSigns.Exposure.CLIENT,
                "answers questions for names")
            .withSurface(1, 1, "its configuration")
            .withMemoryUnsafe(true, "written in C")
            .withParsesInput(true, "parses packets of strangers")
            .withPrivilege(RiskSigns.Privilege.SERVICE, "runs under an account of its own"));
  }
}
