package dev.assay.inspect.services;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import java.util.List;

/** Finds everything a product starts by itself. */
public final class ServiceInspector implements Inspector {
  public static final Kind<ServiceFacts> KIND = Kind.of("service", ServiceFacts.class, "Service");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of(
        "system/*.service",
        "system/*.socket",
        "system/*/*.conf",
        "etc/init.d/*",
        "etc/inittab",
        "etc/inetd.conf",
        "etc/xinetd.d/*",
        "etc/rc.local",
        "etc/rc.d/rc.local");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    SystemdUnits units = new SystemdUnits(root);
    units.report(findings);
    new InitScripts(root, units).report(findings);
    Inittab.report(root, findings);
    Inetd.report(root, findings);
  }
}
