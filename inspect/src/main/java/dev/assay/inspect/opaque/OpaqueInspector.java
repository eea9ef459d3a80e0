package dev.assay.inspect.opaque;

import dev.assay.formats.named.Named;
import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.keys.KeyMaterial;
import dev.assay.inspect.secrets.Purpose;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.Problem;
import dev.assay.model.RiskSigns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what could not be examined. */
public final class OpaqueInspector implements Inspector {
  public static final Kind<OpaqueFacts> OPAQUE =
      Kind.of("opaque", OpaqueFacts.class, "Content not examined");

  private static final List<String> PROVEN =
      List.of(
          "reason",
          "code",
          "look",
          "size",
          "entropy",
          "share",
          "executable",
          "type",
          "cipher",
          "cipherMode",
          "keyHash");

  /** Firmware of peripherals is opaque by nature and known by its name. */
  private static final Pattern PERIPHERAL =
      Pattern.compile("(?:^|/)(?:usr/)?lib/firmware/|(?:^|/)vendor/firmware/");

  /** Tables of programs that are compressed or hashed by design and have no magic number. */
  private static final Pattern DATA =
      Pattern.compile(
          "(?:^|/)(?:usr/lib/locale/|usr/share/(?:misc|hunspell|myspell|i18n|zoneinfo|fonts|icons|consolefonts|keymaps|javascript)/|var/cache/|var/lib/(?:apt|dpkg|systemd/random-seed)|lib/modules/)|random-seed$");

  private static final Pattern PROGRAM =
      Pattern.compile("(?:^|/)(?:s?bin|lib(?:32|64|exec)?)/[^/]+$");

  /** Looks of what hides what it is. */
  private static final Map<String, String> LOOKS =
      Map.of(
          "random", "looks encrypted or random",
          "blocks", "looks encrypted block by block (ECB)",
          "compressed", "looks compressed");

  /** Assay failed to examine it, so what it is and how much of it is open is not known. */
  private static final String FAULT = "fault";

  private record Reason(String word, String code, String message) {}

  @Override
  public List<Kind<?>> kinds() {
    return List.of(OPAQUE);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    long total = total(root);
    for (Node node : root.nodes()) {
      if (node.isFile()) {
        reason(node).ifPresent(reason -> describe(node, reason, total, findings));
      }
    }
  }

  /** Finds a file that could be examined as a content, but not for what it is where it stands. */
  public static void unread(Root root, Node node, Problem problem, Findings findings) {
    if (reason(node).isEmpty()) {
      of(problem).ifPresent(reason -> describe(node, reason, total(root), findings));
    }
  }

  private static long total(Root root) {
    return root.nodes().stream().filter(Node::isFile).mapToLong(Node::size).sum();
  }

  private static Optional<Reason> reason(Node node) {
    if (Named.isEncrypted(node.type())) {
      return Optional.of(new Reason("encrypted", "", node.type()));
    }
    Optional<Reason> problem =
        node.problems().stream()
            .sorted(Comparator.comparing(p -> !p.isFault()))
            .flatMap(p -> of(p).stream())
            .findFirst();
    if (problem.isPresent()) {
      return problem;
    }
    Optional<String> damaged =
        KeyMaterial.of(node).flatMap(material -> material.damaged().stream().findFirst());
    if (damaged.isPresent() && Purpose.of(node.inRoot()) == Purpose.LIVE) {
      return Optional.of(new Reason("damaged", damaged.get().split(" ", 2)[0], damaged.get()));
    }
    return node.facts(EntropyFacts.class)
        .filter(facts -> LOOKS.containsKey(facts.look()))
        .filter(facts -> !node.analysis().opened() && KeyMaterial.of(node).isEmpty())
        .filter(
            facts ->
                !PERIPHERAL.matcher(node.inRoot()).find() && !DATA.matcher(node.inRoot()).find())
        .map(facts -> new Reason("unknown", "", "no known format; " + LOOKS.get(facts.look())));
  }

  /** Problems of paths and of placement leave the content examined. */
  private static Optional<Reason> of(Problem problem) {
    String code = problem.code();
    if (code.startsWith("path.") || code.startsWith("container.")) {
      return Optional.empty();
    }
    return Optional.of(new Reason(word(problem), code, problem.message()));
  }

  private static String word(Problem problem) {
    if (problem.isFault()) {
      return FAULT;
    }
    String code = problem.code();
    if (code.contains("encrypt")) {
      return "encrypted";
    }
    return code.startsWith("limit.")
        ? "over-limit"
        : code.endsWith(".unsupported") ? "unsupported" : "damaged";
  }

  private static void describe(Node node, Reason reason, long total, Findings findings) {
    Optional<EntropyFacts> entropy = node.facts(EntropyFacts.class);
    Optional<LuksFacts> luks = node.facts(LuksFacts.class);
    // Where nothing at all could be read, this is all there is.
    double share = total == 0 ? 1 : Math.round(1000.0 * node.size() / total) / 1000.0;
    boolean executable = (node.mode() & 0111) != 0 || PROGRAM.matcher(node.inRoot()).find();
    Draft draft =
        findings
            .component(OPAQUE, node.path(), node.name())
            .artifact(node)
            .signs(
                RiskSigns.UNKNOWN.withSurface(
                    node.size(), 0, "size of what could not be examined"));
    String excerpt =
        reason.word()
            + ": "
            + reason.message()
            + "; "
            + node.size()
            + " bytes"
            + entropy
                .map(e -> ", " + e.entropy() + " bits per byte, chi-square " + e.chiSquare())
                .orElse("");
    PROVEN.forEach(fact -> draft.seen(fact, node.whole(excerpt)));
    if (luks.isEmpty() || luks.get().mode().isEmpty()) {
      String why = "only the header of a LUKS volume tells it";
      draft.unknown("cipher", why).unknown("cipherMode", why).unknown("keyHash", why);
    }
    if (reason.word().equals(FAULT)) {
      List.of("reason", "code", "look", "share").forEach(f -> draft.unknown(f, reason.message()));
    }
    draft.facts(
        new OpaqueFacts(
            reason.word(),
            node.type(),
            reason.code(),
            entropy.map(EntropyFacts::look).orElse(""),
            node.size(),
            entropy.map(EntropyFacts::entropy).orElse(0.0),
            share,
            executable,
            Purpose.of(node.inRoot()) == Purpose.EXAMPLE,
            luks.map(LuksFacts::cipher).orElse(""),
            luks.map(LuksFacts::mode).orElse(""),
            luks.map(LuksFacts::hash).orElse("")));
  }
}
