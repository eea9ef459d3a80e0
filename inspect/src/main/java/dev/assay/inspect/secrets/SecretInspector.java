package dev.assay.inspect.secrets;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.keys.KeyMaterial;
import dev.assay.inspect.match.Hit;
import dev.assay.inspect.match.Signature;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Turns what the signatures found into components: one for each distinct secret of a root. */
public final class SecretInspector implements Inspector {
  public static final Kind<SecretFacts> SECRET =
      Kind.of("secret", SecretFacts.class, "Secret in a file");

  private static final List<String> PROVEN =
      List.of(
          "rule",
          "category",
          "confidence",
          "example",
          "worldReadable",
          "livePlaces",
          "inProgram",
          "inWebRoot",
          "inWebScript",
          "entropy");

  /** Password hashes belong there; the accounts inspector judges them. */
  private static final Pattern ACCOUNT_FILE =
      Pattern.compile("(?:^|/)etc/(?:g?shadow-?|passwd-?|master\\.passwd|security/opasswd)$");

  private static final Pattern WEB_ROOT =
      Pattern.compile(
          "(?:^|/)(?:www|htdocs|public_html|wwwroot|webroot|var/www|cgi-bin|usr/share/nginx)/");

  private static final Pattern RUN =
      Pattern.compile("(?:^|/)cgi-bin/|\\.(?:php[3-8]?|phtml|jspx?|aspx?|ashx|f?cgi)$");

  private static final int MAX_PLACES = 50;

  private record Place(Node node, Hit hit) {}

  @Override
  public List<Kind<?>> kinds() {
    return List.of(SECRET);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Map<String, List<Place>> distinct = new TreeMap<>();
    for (Node node : root.nodes()) {
      for (Hit hit : node.analysis().hits()) {
        if (counts(node, hit)) {
          distinct.computeIfAbsent(identity(hit), k -> new ArrayList<>()).add(new Place(node, hit));
        }
      }
      untried(node)
          .ifPresent(
              signature ->
                  findings.more(
                      SECRET,
                      node.path(),
                      "too many places look like this for all to be tried: " + signature.note()));
    }
    for (List<Place> places : distinct.values()) {
      Signatures.standard()
          .get(places.getFirst().hit().signature())
          .ifPresent(signature -> describe(signature, places, findings));
    }
  }

  /** A secret that was not looked for to the end of the content. */
  private static Optional<Signature> untried(Node node) {
    return node.analysis().hits().stream()
        .filter(hit -> hit.signature().equals(Signatures.UNTRIED))
        .flatMap(hit -> Signatures.standard().get(hit.excerpt()).stream())
        .findFirst()
        .filter(signature -> Purpose.of(node.inRoot()) == Purpose.LIVE);
  }

  private static String identity(Hit hit) {
    return hit.signature() + "|" + hit.sha256();
  }

  private static boolean counts(Node node, Hit hit) {
    Optional<Signature> signature = Signatures.standard().get(hit.signature());
    if (signature.isEmpty()) {
      return false;
    }
    return switch (signature.get().category()) {
      case "password-hash" -> !ACCOUNT_FILE.matcher(node.inRoot()).find();
      // What the key inspector could read is described there.
      case "private-key" -> KeyMaterial.of(node).filter(m -> !m.keys().isEmpty()).isEmpty();
      default -> true;
    };
  }

  private static void describe(Signature signature, List<Place> places, Findings findings) {
    Place first = places.getFirst();
    List<Place> live = places.stream().filter(SecretInspector::isLive).toList();
    Place shown = live.isEmpty() ? first : live.getFirst();
    Hit hit = shown.hit();
    Draft draft =
        findings
            .component(
                SECRET,
                first.node().path() + "#" + signature.id() + "-" + hit.sha256().substring(0, 12),
                signature.note() + " in " + shown.node().name())
            .signs(signs(signature));
    places.stream().limit(MAX_PLACES).forEach(place -> draft.artifact(place.node()));
    List<Place> proof = live.isEmpty() ? places : live;
    for (String fact : PROVEN) {
      proof.stream()
          .limit(5)
          .forEach(
              place ->
                  draft.seen(
                      fact,
                      place
                          .node()
                          .at(
                              place.hit().offset(),
                              signature.note() + ": " + place.hit().excerpt())));
    }
    if (proof.stream().allMatch(place -> place.node().mode() == 0)) {
      draft.unknown("worldReadable", "the container stores no file modes");
    }
    draft.facts(
        new SecretFacts(
            signature.id(),
            signature.category(),
            signature.note(),
            signature.confidence(),
            hit.excerpt(),
            hit.length(),
            hit.entropy(),
            paths(places),
            paths(live),
            live.isEmpty(),
            live.stream().anyMatch(place -> (place.node().mode() & 0004) != 0),
            live.stream().anyMatch(place -> isProgram(place.node())),
            live.stream().anyMatch(place -> isPublished(place.node()) && !isRun(place.node())),
            live.stream().anyMatch(place -> isPublished(place.node()) && isRun(place.node()))));
  }

  private static boolean isPublished(Node node) {
    return WEB_ROOT.matcher(node.inRoot()).find();
  }

  /** Whether a web server runs the file, and sends what it prints. */
  private static boolean isRun(Node node) {
    return isProgram(node) || RUN.matcher(node.inRoot()).find();
  }

  private static boolean isLive(Place place) {
    return Purpose.of(place.node().inRoot()) == Purpose.LIVE;
  }

  private static boolean isProgram(Node node) {
    return node.type().contains("elf")
        || node.type().contains("executable")
        || node.type().contains("sharedlib")
        || node.type().contains("x-object");
  }

  private static List<String> paths(List<Place> places) {
    return places.stream()
        .map(place -> place.node().inRoot())
        .distinct()
        .limit(MAX_PLACES)
        .toList();
  }

  private static RiskSigns signs(Signature signature) {
    RiskSigns signs =
        RiskSigns.UNKNOWN
            .withSurface(0, 0, "data, not code")
            .withMemoryUnsafe(false, "data, not code")
            .withParsesInput(false, "data, not code");
    return signature.category().equals("back-door")
        ? signs
            .withExposure(RiskSigns.Exposure.LISTENS, "a way in from outside")
            .withPrivilege(RiskSigns.Privilege.FULL, "gives a shell")
        : signs
            .withExposure(RiskSigns.Exposure.NONE, "a file of the device")
            .withPrivilege(RiskSigns.Privilege.FULL, "whoever reads it can use it");
  }
}
