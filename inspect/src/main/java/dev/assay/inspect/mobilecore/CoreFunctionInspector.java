package dev.assay.inspect.mobilecore;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.settings.IniFile;
import dev.assay.inspect.settings.YamlFile;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;

/** One component for each configured function of a mobile core. */
public final class CoreFunctionInspector implements Inspector {
  public static final Kind<CoreFunctionFacts> KIND =
      Kind.of("core-function", CoreFunctionFacts.class, "Function of a mobile core");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("open5gs/*.yaml", "epc*.conf");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (SourceFile file : root.anywhere("open5gs/*.yaml")) {
      new Open5gs(root, file, YamlFile.read(file)).describe(findings);
    }
    for (SourceFile file : root.anywhere("epc*.conf")) {
      IniFile ini = IniFile.read(file);
      if (ini.hasSection("mme") && (ini.hasSection("spgw") || ini.hasSection("hss"))) {
        new SrsEpc(root, file, ini).describe(findings);
      } else if (ini.isCut()) {
        findings.more(KIND, file.path(), "it has more settings than are read");
      }
    }
  }

  static RiskSigns signs(boolean reachable, int settings) {
    return RiskSigns.UNKNOWN
        .withExposure(
            RiskSigns.Exposure.LISTENS,
            reachable ? "speaks with base stations and other functions" : "listens on the device")
        .withSurface(settings, 1, "its configuration")
        .withMemoryUnsafe(true, "written in C and C++")
        .withParsesInput(true, "parses signalling of phones and networks")
        .withPrivilege(RiskSigns.Privilege.FULL, "holds subscribers' keys or traffic");
  }
}
