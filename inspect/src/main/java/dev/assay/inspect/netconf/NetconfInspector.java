package dev.assay.inspect.netconf;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;

/** One component for each NETCONF server whose configuration is there. */
public final class NetconfInspector implements Inspector {
  public static final Kind<NetconfServerFacts> KIND =
      Kind.of("netconf-server", NetconfServerFacts.class, "NETCONF server");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(Netopeer.READS);
    reads.addAll(Confd.READS);
    reads.addAll(SshSubsystem.READS);
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    new Netopeer(root).report(findings);
    Confd.report(root, findings);
    SshSubsystem.report(root, findings);
  }

  static RiskSigns signs(boolean reachable) {
    return RiskSigns.UNKNOWN
        .withExposure(
            reachable ? RiskSigns.Exposure.LISTENS : RiskSigns.Exposure.NONE,
            "takes changes of the whole configuration")
        .withSurface(1, 1, "its configuration")
        .withMemoryUnsafe(true, "NETCONF servers are written in C")
        .withParsesInput(true, "parses XML of its clients")
        .withPrivilege(RiskSigns.Privilege.FULL, "changes the device");
  }
}
