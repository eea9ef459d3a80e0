package dev.assay.inspect.kernel;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.PackageUrl;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One component for each kernel release of a root: its image, its configuration file, its modules.
 */
public final class KernelInspector implements Inspector {
  public static final Kind<KernelFacts> KIND = Kind.of("kernel", KernelFacts.class, "Linux kernel");

  private static final Map<String, String> ARCHITECTURES =
      new TreeMap<>(
          Map.of(
              "CONFIG_X86", "x86",
              "CONFIG_ARM", "arm",
              "CONFIG_ARM64", "arm64",
              "CONFIG_MIPS", "mips",
              "CONFIG_PPC", "powerpc",
              "CONFIG_RISCV", "riscv",
              "CONFIG_S390", "s390"));

  /** All that is known of one release. */
  private static final class Release {
    private final List<Node> images = new ArrayList<>();
    private final List<SourceFile> configs = new ArrayList<>();
    private final List<Node> modules = new ArrayList<>();
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of(
        "boot/config-*", "boot/config", "lib/modules/*/config", "lib/modules/*/build/.config");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Map<String, Release> releases = new TreeMap<>();
    for (Node node : root.nodes()) {
      node.facts(KernelImageFacts.class)
          .filter(image -> !isPiece(root, node, image))
          .ifPresent(image -> release(releases, image.release()).images.add(node));
      node.facts(ModuleFacts.class)
          .filter(module -> !module.release().isEmpty())
          .ifPresent(module -> release(releases, module.release()).modules.add(node));
    }
    for (SourceFile file : root.files("boot/config-*")) {
      release(releases, file.node().name().substring("config-".length())).configs.add(file);
    }
    for (String pattern :
        List.of(
            "lib/modules/*/config", "usr/lib/modules/*/config", "lib/modules/*/build/.config")) {
      for (SourceFile file : root.files(pattern)) {
        String[] segments = file.node().inRoot().split("/");
        release(releases, segments[segments[0].equals("usr") ? 3 : 2]).configs.add(file);
      }
    }
    releases.forEach((name, release) -> describe(name, release, findings));
  }

  /** What was cut out of a kernel image is not a second kernel. */
  private static boolean isPiece(Root root, Node node, KernelImageFacts image) {
    return root.around(node).stream()
        .flatMap(whole -> whole.facts(KernelImageFacts.class).stream())
        .anyMatch(whole -> whole.release().equals(image.release()));
  }

  private static Release release(Map<String, Release> releases, String name) {
    return releases.computeIfAbsent(name, k -> new Release());
  }

  private static void describe(String name, Release release, Findings findings) {
    String where =
        !release.images.isEmpty()
            ? release.images.getFirst().path()
            : !release.configs.isEmpty()
                ? release.configs.getFirst().path()
                : folder(release.modules.getFirst(), name);
    Draft draft = findings.component(KIND, where + "#" + name, "Linux").version(name);
    draft.purl(PackageUrl.generic("linux", name));
    draft.cpe("cpe:2.3:o:linux:linux_kernel:" + upstream(name) + ":*:*:*:*:*:*:*");
    // What is inside an image is what runs; a file beside it may be of another build.
    Map<String, String> config = new TreeMap<>();
    boolean whole = false;
    for (SourceFile file : release.configs) {
      KernelConfig parsed = KernelConfig.parse(file.text());
      draft.artifact(file.node());
      config.putAll(parsed.options());
      whole |= parsed.whole();
      evidence(file, draft);
    }
    Set<Map<String, String>> running = new HashSet<>();
    boolean embedded = false;
    String banner = "";
    String compiler = "";
    for (Node image : release.images) {
      KernelImageFacts facts = image.facts(KernelImageFacts.class).orElseThrow();
      draft.artifact(image).seen("banner", image.at(facts.bannerOffset(), facts.banner()));
      draft.seen("release", image.at(facts.bannerOffset(), facts.release()));
      banner = facts.banner();
      compiler = facts.compiler();
      if (facts.configOffset() >= 0) {
        embedded = true;
        running.add(facts.config());
        config.putAll(facts.config());
        whole |= facts.configWhole();
        Evidence inside = image.at(facts.configOffset(), "embedded configuration (IKCONFIG)");
        draft.seen("config", inside).seen("configWhole", inside).seen("configEmbedded", inside);
      }
    }
    List<String> unsigned = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Node node : release.modules) {
      ModuleFacts module = node.facts(ModuleFacts.class).orElseThrow();
      names.add(module.name());
      if (!module.signed()) {
        draft.seen("unsignedModules[" + unsigned.size() + "]", node.whole("no signature appended"));
        unsigned.add(module.name());
      }
    }
    if (release.images.isEmpty() && release.configs.isEmpty()) {
      draft.artifact(release.modules.getFirst());
    }
    if (config.isEmpty()) {
      draft.unknown(
          "config",
          embedded
              ? "the embedded configuration of kernel " + name + " is damaged"
              : "the configuration of kernel " + name + " is not in the product");
    }
    if (!whole && !config.isEmpty()) {
      draft.unknown(
          "configWhole", "the end of the configuration of kernel " + name + " is missing");
    }
    if (running.size() > 1) {
      String why = "images of kernel " + name + " are configured differently";
      draft.unknown("config", why).unknown("configWhole", why);
    }
    draft
        .signs(signs(release, names.size()))
        .facts(
            new KernelFacts(
                name,
                banner,
                compiler,
                architecture(config),
                config,
                whole,
                embedded,
                List.copyOf(names),
                List.copyOf(unsigned)));
  }

  private static void evidence(SourceFile file, Draft draft) {
    for (Line line : file.lines()) {
      String text = line.text().strip();
      int start = text.indexOf("CONFIG_");
      if (start == 0 || start == 2 && text.startsWith("# ") && text.endsWith(" is not set")) {
        int end = start == 0 ? text.indexOf('=') : text.length() - " is not set".length();
        if (end > start) {
          draft.seen("config[" + text.substring(start, end) + "]", file.at(line));
        }
      }
    }
    draft.seen("config", file.whole("kernel configuration"));
    draft.seen("configWhole", file.whole("kernel configuration"));
  }

  private static String architecture(Map<String, String> config) {
    return ARCHITECTURES.entrySet().stream()
        .filter(entry -> "y".equals(config.get(entry.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** {@code 6.1.0} of {@code 6.1.0-47-marvell}. */
  private static String upstream(String release) {
    int end = 0;
    while (end < release.length()
        && (Character.isDigit(release.charAt(end)) || release.charAt(end) == '.')) {
      end++;
    }
    return release.substring(0, end);
  }

  private static String folder(Node module, String release) {
    int at = module.path().indexOf("/" + release + "/");
    return at < 0 ? module.path() : module.path().substring(0, at + 1 + release.length());
  }

  /** System calls, and one for each module. */
  static int entryPoints(int modules) {
    return 400 + modules;
  }

  static String surface(int modules) {
    return "system calls and " + modules + " modules";
  }

  private static RiskSigns signs(Release release, int modules) {
    long size = release.images.stream().mapToLong(Node::size).sum();
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.LISTENS, "its network stack takes packets from anyone")
        .withSurface(size == 0 ? 16L << 20 : size, entryPoints(modules), surface(modules))
        .withMemoryUnsafe(true, "written in C")
        .withParsesInput(true, "parses packets, file systems and device data")
        .withPrivilege(RiskSigns.Privilege.FULL, "the kernel");
  }
}
