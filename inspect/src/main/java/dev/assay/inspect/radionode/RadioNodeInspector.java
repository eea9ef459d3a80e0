package dev.assay.inspect.radionode;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.IniFile;
import dev.assay.inspect.settings.LibConfig;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One component for each configuration of a software base station. */
public final class RadioNodeInspector implements Inspector {
  public static final Kind<RadioNodeFacts> KIND =
      Kind.of("radio-node", RadioNodeFacts.class, "Software base station");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("enb*.conf", "gnb*.conf", "cu*.conf", "etc/oai/*.conf");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Map<String, SourceFile> files = new TreeMap<>();
    reads().forEach(p -> root.anywhere(p).forEach(file -> files.put(file.path(), file)));
    for (SourceFile file : files.values()) {
      IniFile ini = IniFile.read(file);
      if (ini.hasSection("enb") && (ini.hasSection("rf") || ini.hasSection("enb_files"))) {
        new SrsEnb(file, ini).describe(findings);
        continue;
      }
      FlatSettings settings = LibConfig.read(file);
      if (OpenAirInterface.isOne(settings)) {
        new OpenAirInterface(file, settings).describe(findings);
      } else if (ini.isCut() || settings.cut()) {
        findings.more(KIND, file.path(), "it has more settings than are read");
      }
    }
  }

  static RiskSigns signs(int settings) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.LISTENS, "speaks with phones and with the core")
        .withSurface(settings, 1, "its configuration")
        .withMemoryUnsafe(true, "written in C and C++")
        .withParsesInput(true, "parses signalling of anybody's phone")
        .withPrivilege(RiskSigns.Privilege.FULL, "holds the keys of the radio link");
  }
}
