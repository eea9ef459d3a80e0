package dev.assay.inspect.update;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.update.UpdateClientFacts.Source;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An update client being read; what no file says is as safe as the tool makes it. */
final class Client {
  private static final int MAX_SOURCES = 500;

  private final Root root;
  private final String tool;
  private final List<SourceFile> files;
  final Draft draft;
  boolean signed;
  final List<String> keys = new ArrayList<>();
  final List<Source> sources = new ArrayList<>();
  boolean checksServer = true;
  boolean refusesOlder;
  boolean refusesForeign = true;
  boolean wholeBundles;
  boolean checksPurpose;
  boolean checksRevocation;
  long webPort;
  boolean webAuthenticated;
  boolean demonstration;
  final List<Node> secrets = new ArrayList<>();

  Client(Root root, String tool, List<SourceFile> files, Findings findings) {
    this.root = root;
    this.tool = tool;
    this.files = files;
    draft = findings.component(UpdateInspector.KIND, files.getFirst().path(), tool);
    files.stream().map(SourceFile::path).distinct().forEach(draft::artifact);
  }

  /** Notes where a fact was seen; the value of the setting, or the default. */
  String seen(String fact, String key, Optional<Setting> setting, String otherwise) {
    draft.seen(
        fact,
        setting
            .map(Setting::at)
            .orElseGet(
                () ->
                    files
                        .getFirst()
                        .whole(
                            key
                                + " is not set; the default"
                                + (otherwise.isEmpty() ? "" : " " + otherwise)
                                + " holds")));
    return setting.map(Setting::value).orElse(otherwise);
  }

  void key(Setting setting) {
    draft.seen("keys[" + keys.size() + "]", setting.at());
    if (keys.size() >= MAX_SOURCES) {
      draft.unknown("keys", "more than " + MAX_SOURCES + " keys");
    } else if (!setting.value().isEmpty()) {
      keys.add(setting.value());
    }
  }

  void source(String url, boolean signs, Setting setting) {
    if (sources.size() >= MAX_SOURCES) {
      draft.unknown("sources", "more than " + MAX_SOURCES + " sources");
    } else {
      draft.seen("sources[" + sources.size() + "]", setting.at());
      boolean local = url.matches("(file|cdrom|copy|mirror\\+file):.*|/.*");
      sources.add(
          new Source(
              url, local || url.matches("(https|tor\\+https|ssh)://.*|mirror\\+https:.*"), signs));
    }
  }

  void report() {
    List<String> missing =
        keys.stream().filter(key -> key.startsWith("/") && !root.exists(key)).toList();
    for (String fact : List.of("signed", "keys", "missingKeys", "sources")) {
      draft.seen(
          fact,
          files
              .getFirst()
              .whole(tool + " with " + keys.size() + " keys and " + sources.size() + " sources"));
    }
    draft
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.CLIENT, "fetches and installs software")
                .withSurface(sources.size(), Math.max(1, sources.size()), "its sources")
                .withMemoryUnsafe(false, "configuration")
                .withParsesInput(true, "parses updates")
                .withPrivilege(RiskSigns.Privilege.FULL, "replaces the system"))
        .facts(
            new UpdateClientFacts(
                tool,
                signed,
                List.copyOf(keys),
                missing,
                List.copyOf(sources),
                checksServer,
                refusesOlder,
                refusesForeign,
                wholeBundles,
                checksPurpose,
                checksRevocation,
                webPort,
                webAuthenticated,
                demonstration,
                Loose.readable("readableSecrets", secrets, draft),
                Loose.writable(
                    "writableFiles", files.stream().map(SourceFile::node).toList(), draft)));
  }
}
