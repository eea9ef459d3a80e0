package dev.assay.inspect.dhcp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.stream.Stream;

/** One component for each DHCP server whose configuration is there. */
public final class DhcpServerInspector implements Inspector {
  public static final Kind<DhcpServerFacts> KIND =
      Kind.of("dhcp-server", DhcpServerFacts.class, "DHCP server");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return Stream.of(IscDhcpd.READS, Kea.READS, Udhcpd.READS).flatMap(List::stream).toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    IscDhcpd.report(root, findings);
    Kea.report(root, findings);
    Udhcpd.report(root, findings);
  }

  static Draft signed(Draft draft) {
    return draft.signs(
        RiskSigns.UNKNOWN
            .withExposure(RiskSigns.Exposure.LISTENS, "answers hosts that have no address yet")
            .withSurface(1, 1, "its configuration")
            .withMemoryUnsafe(true, "written in C or C++")
            .withParsesInput(true, "parses packets of strangers")
            .withPrivilege(RiskSigns.Privilege.FULL, "uses raw sockets"));
  }
}
