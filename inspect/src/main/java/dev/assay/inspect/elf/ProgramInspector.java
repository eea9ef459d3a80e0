package dev.assay.inspect.elf;

import dev.assay.formats.Encoding;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.inspect.Draft;
import dev.assay.inspect.FactsInspector;
import dev.assay.inspect.Findings;
import dev.assay.inspect.kernel.KernelImageFacts;
import dev.assay.inspect.packages.FileUrl;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Privilege;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Programs and shared libraries as components. */
public final class ProgramInspector extends FactsInspector<ElfContent> {
  public static final Kind<ProgramFacts> EXECUTABLE =
      Kind.of("executable", ProgramFacts.class, "Program");
  public static final Kind<ProgramFacts> LIBRARY =
      Kind.of("library", ProgramFacts.class, "Shared library");

  /** Types of files that hold one content in another form. */
  private static final Set<String> ENCODED =
      Formats.all().stream()
          .filter(Encoding.class::isInstance)
          .map(Format::type)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> COMMAND_FOLDERS =
      Set.of("bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin");

  public ProgramInspector() {
    super(ElfContent.class);
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(EXECUTABLE, LIBRARY);
  }

  @Override
  public List<String> reads() {
    return new PackageInspector().reads();
  }

  @Override
  protected void describe(Root root, Node node, ElfContent content, Findings findings) {
    if (node.facts(KernelImageFacts.class).isPresent()) {
      // No loader maps it: its segments protect nothing, and what does is for the kernel's cases.
      return;
    }
    ElfFacts elf = content.facts();
    boolean library =
        elf.fileType().equals("shared") && (!elf.pie() || isSharedName(node.name(), elf));
    Optional<Node> deciding = Modes.deciding(root, node);
    ProgramFacts facts =
        new ProgramFacts(
            elf,
            node.inRoot(),
            (node.mode() & 04000) != 0,
            (node.mode() & 02000) != 0,
            node.owner().uid(),
            deciding.filter(Modes::writableByAll).isPresent(),
            node.xattrs().containsKey("security.capability"),
            COMMAND_FOLDERS.contains(folder(node.inRoot())));
    Draft draft =
        findings
            .component(library ? LIBRARY : EXECUTABLE, node.path(), node.name())
            .purl(FileUrl.of(root, node))
            .seen("elf", node.at(0, summary(elf)))
            .seen("setuid", mode(node))
            .seen("setgid", mode(node))
            .seen("worldWritable", mode(deciding.orElse(node)))
            .seen("capabilities", mode(node))
            .signs(signs(node, content, facts));
    for (ElfPlace place : content.places()) {
      draft.seen("elf." + place.fact(), node.at(place.offset(), place.seen()));
    }
    if (deciding.isEmpty()) {
      draft.unknown("worldWritable", Modes.UNKNOWN);
    }
    if (elf.protectionsUnknown()) {
      String why = "static and stripped: what it imports cannot be seen";
      draft.unknown("elf.canary", why);
      draft.unknown("elf.fortified", why);
    }
    Unprotected.of(elf, library, node.name(), placedMode(root, node))
        .ifPresent(
            system -> system.facts().forEach(fact -> draft.unknown("elf." + fact, system.why())));
    draft.facts(facts);
  }

  /** The mode of the file; of what is compressed for itself, that of the file that holds it. */
  private static int placedMode(Root root, Node node) {
    return root.around(node).stream()
        .findFirst()
        .filter(outer -> node.mode() == 0 && ENCODED.contains(outer.type()))
        .map(Node::mode)
        .orElse(node.mode());
  }

  private static boolean isSharedName(String name, ElfFacts elf) {
    return !elf.soname().isEmpty() && name.contains(".so");
  }

  private static String summary(ElfFacts elf) {
    return "ELF "
        + elf.bits()
        + "-bit "
        + elf.machine()
        + (elf.fileType().equals("executable")
            ? ", fixed address"
            : elf.pie() ? ", PIE" : ", shared object")
        + ", RELRO "
        + elf.relro()
        + (elf.canary() ? ", canary" : ", no canary")
        + (elf.executableStack() ? ", executable stack" : "");
  }

  private static Evidence mode(Node node) {
    return node.whole("mode " + Integer.toOctalString(node.mode()) + ", owner " + node.owner());
  }

  private static RiskSigns signs(Node node, ElfContent content, ProgramFacts facts) {
    ElfFacts elf = content.facts();
    Optional<Evidence> network =
        first("networkCalls", node, content).or(() -> first("goCalls", node, content));
    List<String> calls = elf.networkCalls().isEmpty() ? elf.goCalls() : elf.networkCalls();
    String how = (elf.networkCalls().isEmpty() ? "holds " : "imports ") + String.join(", ", calls);
    boolean listens =
        elf.networkCalls().contains("listen")
            || elf.networkCalls().contains("accept")
            || GoCalls.listens(elf);
    boolean receives =
        elf.networkCalls().contains("bind") || elf.networkCalls().contains("recvfrom");
    boolean connects = elf.networkCalls().contains("connect") || !elf.goCalls().isEmpty();
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(
                elf.codeSize(),
                elf.exports() + elf.networkCalls().size(),
                "code and exported functions")
            .withMemoryUnsafe(elf.memoryUnsafe(), "written in " + elf.language())
            .withLinks(provides(node, elf), uses(elf), Set.of());
    if (!elf.protectionsUnknown() || !elf.goCalls().isEmpty()) {
      signs =
          listens || receives && connects
              ? signs.withExposure(Exposure.LISTENS, how, network)
              : connects || receives
                  ? signs.withExposure(Exposure.CLIENT, how, network)
                  : signs.withExposure(Exposure.NONE, "imports no socket functions");
      signs =
          signs.withParsesInput(
              !calls.isEmpty() || !elf.unboundedCopies().isEmpty(),
              calls.isEmpty() && elf.unboundedCopies().isEmpty()
                  ? "no network input, no unbounded copies"
                  : "handles input: "
                      + (calls.isEmpty() ? "imports " + elf.unboundedCopies() : how),
              network.or(() -> first("unboundedCopies", node, content)));
    }
    if (facts.setuid() && facts.owner() == 0) {
      return signs.withPrivilege(Privilege.FULL, "setuid root", Optional.of(mode(node)));
    }
    if (facts.capabilities()) {
      return signs.withPrivilege(Privilege.FULL, "has file capabilities");
    }
    return signs.withPrivilege(Privilege.USER, "runs with its caller's rights");
  }

  /** Where the first element of a list among the facts was read. */
  private static Optional<Evidence> first(String list, Node node, ElfContent content) {
    return content.places().stream()
        .filter(place -> place.fact().startsWith(list + "["))
        .findFirst()
        .map(place -> node.at(place.offset(), place.seen()));
  }

  private static Set<String> provides(Node node, ElfFacts elf) {
    Set<String> names = new HashSet<>();
    names.add("path:/" + node.inRoot());
    if (node.inRoot().startsWith("usr/")) {
      // On merged systems /bin is a link to /usr/bin and both names are in use.
      names.add("path:/" + node.inRoot().substring("usr/".length()));
    }
    if (!elf.soname().isEmpty()) {
      names.add("so:" + elf.soname());
    } else if (elf.fileType().equals("shared") && !elf.pie()) {
      names.add("so:" + node.name());
    }
    return names;
  }

  private static Set<String> uses(ElfFacts elf) {
    Set<String> names = new HashSet<>();
    elf.needed().forEach(needed -> names.add("so:" + needed));
    if (!elf.interpreter().isEmpty()) {
      names.add("path:" + elf.interpreter());
    }
    return names;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
