package dev.assay.inspect.boot;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** Kernel command lines, wherever a product keeps them. */
public final class BootArgumentsInspector implements Inspector {
  public static final Kind<BootArgumentsFacts> KIND =
      Kind.of("boot-arguments", BootArgumentsFacts.class, "Kernel command line");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return CommandLine.READS;
  }

  @Override
  public void inspect(Root root, Findings findings) {
    CommandLine.of(root).forEach(line -> describe(line, findings));
  }

  private static void describe(CommandLine line, Findings findings) {
    findings
        .component(KIND, line.where(), "kernel command line")
        .seen("line", line.at())
        .seen("arguments", line.at())
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.NONE, "fixed at boot")
                .withSurface(line.line().length(), 1, "one line")
                .withMemoryUnsafe(false, "configuration")
                .withParsesInput(false, "configuration")
                .withPrivilege(RiskSigns.Privilege.FULL, "decides how the kernel protects itself"))
        .facts(new BootArgumentsFacts(line.source(), line.line(), line.arguments()));
  }
}
