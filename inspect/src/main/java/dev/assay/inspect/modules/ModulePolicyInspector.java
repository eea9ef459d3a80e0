package dev.assay.inspect.modules;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.boot.CommandLine;
import dev.assay.inspect.kernel.ModuleFacts;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One component for a system that has modules, or rules for them. */
public final class ModulePolicyInspector implements Inspector {
  public static final Kind<ModulePolicyFacts> KIND =
      Kind.of("module-policy", ModulePolicyFacts.class, "Kernel module policy");

  private static final int MOST = 2_000;

  /** Programs for {@code install} lines that load nothing. */
  private static final String NOTHING = "(/usr)?(/s?bin/)?(true|false)|:|/dev/null";

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return Stream.concat(ModprobeFiles.READS.stream(), CommandLine.READS.stream()).toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Map<String, Node> present = new TreeMap<>();
    for (Node node : root.nodes()) {
      node.facts(ModuleFacts.class)
          .ifPresent(module -> present.putIfAbsent(plain(module.name()), node));
    }
    List<SourceFile> rules = ModprobeFiles.rules(root);
    List<SourceFile> starts = ModprobeFiles.starts(root);
    if (!present.isEmpty() || !rules.isEmpty() || !starts.isEmpty()) {
      new Description(root, findings.component(KIND, root.path(), "kernel modules"), present)
          .complete(rules, starts);
    }
  }

  private static String plain(String module) {
    return module.replace('-', '_');
  }

  /** Collects what the files say. */
  private static final class Description {
    private final Root root;
    private final Draft draft;
    private final Map<String, Node> present;
    private final List<String> blocked = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private boolean unsupported;

    Description(Root root, Draft draft, Map<String, Node> present) {
      this.root = root;
      this.draft = draft;
      this.present = present;
    }

    void complete(List<SourceFile> rules, List<SourceFile> starts) {
      rules.forEach(file -> draft.artifact(file.path()));
      starts.forEach(file -> draft.artifact(file.path()));
      if (rules.isEmpty() && starts.isEmpty()) {
        present.values().stream().limit(1).forEach(draft::artifact);
      }
      rules.forEach(file -> Lines.words(file).forEach(this::rule));
      CommandLine.of(root).forEach(this::argument);
      Evidence all = Evidence.whole(root.path(), rules.size() + " files of rules were read");
      Stream.of("blocked", "commands", "options", "unsupportedAllowed")
          .forEach(fact -> draft.seen(fact, all));
      List<String> atStart = atStart(starts);
      draft.seen("present", Evidence.whole(root.path(), present.size() + " modules"));
      draft
          .signs(
              RiskSigns.UNKNOWN
                  .withExposure(
                      RiskSigns.Exposure.PARSES_FOREIGN_DATA,
                      "unused protocols are loaded when somebody asks for them")
                  .withSurface(present.size(), present.size(), present.size() + " modules")
                  .withMemoryUnsafe(true, "modules are written in C")
                  .withParsesInput(true, "protocols and file systems")
                  .withPrivilege(RiskSigns.Privilege.FULL, "part of the kernel"))
          .facts(
              new ModulePolicyFacts(
                  List.copyOf(present.keySet()),
                  List.copyOf(blocked),
                  atStart,
                  List.copyOf(commands),
                  List.copyOf(options),
                  unsupported,
                  Loose.writable(
                      "writableFiles",
                      Stream.of(rules, starts).flatMap(List::stream).map(SourceFile::node).toList(),
                      draft)));
    }

    private void rule(Setting setting) {
      String[] words = setting.value().split("\\s+", 2);
      String rest = words.length > 1 ? words[1].strip() : "";
      switch (setting.key()) {
        case "blacklist" -> block(words[0], setting.at());
        case "install", "remove" -> {
          boolean nothing = rest.split("\\s+", 2)[0].matches(NOTHING);
          if (nothing && setting.key().equals("install")) {
            block(words[0], setting.at());
          } else if (!nothing) {
            take("commands", commands, rest, setting.at());
          }
        }
        case "options" -> take("options", options, plain(words[0]) + " " + rest, setting.at());
        case "allow_unsupported_modules" -> {
          unsupported = words[0].equals("1");
          draft.seen("unsupportedAllowed", setting.at());
        }
        default -> {
          // alias and softdep load nothing by themselves.
        }
      }
    }

    /** {@code modprobe.blacklist=} is read by modprobe, {@code module_blacklist=} by the kernel. */
    private void argument(CommandLine line) {
      Stream.of("modprobe.blacklist", "module_blacklist")
          .flatMap(name -> line.values(name).stream())
          .flatMap(value -> Stream.of(value.split(",")))
          .forEach(module -> block(module, line.at()));
    }

    private void block(String module, Evidence at) {
      take("blocked", blocked, plain(module), at);
    }

    private void take(String fact, List<String> into, String value, Evidence at) {
      if (into.size() >= MOST) {
        draft.unknown(fact, "more than " + MOST + " of them");
      } else if (!into.contains(value)) {
        draft.seen(fact + "[" + into.size() + "]", at);
        into.add(value);
      }
    }

    private List<String> atStart(List<SourceFile> files) {
      List<String> modules = new ArrayList<>();
      for (SourceFile file : files) {
        for (Line line : file.lines()) {
          String text = line.text().strip();
          if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith(";")) {
            take("atStart", modules, plain(text.split("\\s+", 2)[0]), file.at(line));
          }
        }
      }
      draft.seen("atStart", Evidence.whole(root.path(), files.size() + " lists were read"));
      return List.copyOf(modules);
    }
  }
}
