package dev.assay.inspect.services;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Gathered;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import java.util.List;

/** Finds everything a product starts by itself. */
public final class ServiceInspector implements Inspector {
  public static final Kind<ServiceFacts> KIND = Kind.of("service", ServiceFacts.class, "Service");

  private static final Root.Derived<Gathered> ALL = new Root.Derived<>(ServiceInspector::read);

  /** All services of a root file system. */
  public static List<Described> of(Root root) {
    return ALL.of(root).components();
  }

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
    ALL.of(root).reportTo(findings);
  }

  private static Gathered read(Root root) {
    Gathered findings = new Gathered();
    SystemdUnits units = new SystemdUnits(root);
    units.report(findings);
    new InitScripts(root, units).report(findings);
    Inittab.report(root, findings);
    Inetd.report(root, findings);
    return findings;
  }
}
