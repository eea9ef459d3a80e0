package dev.assay.inspect.bootloader;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.PackageUrl;
import dev.assay.inspect.match.Masked;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One component for each U-Boot program and each stored environment. */
public final class BootloaderInspector implements Inspector {
  public static final Kind<BootloaderFacts> KIND =
      Kind.of("bootloader", BootloaderFacts.class, "Boot loader");

  private static final Set<String> NETWORK =
      Set.of("tftp", "tftpboot", "dhcp", "bootp", "rarpboot", "nfs", "wget", "pxe", "pxe get");
  private static final Set<String> REMOVABLE =
      Set.of("usb", "usb start", "usbboot", "load usb", "fatload usb", "ext4load usb");
  private static final Set<String> SERIAL = Set.of("loadb", "loads", "loadx", "loady");
  private static final Set<String> GADGET = Set.of("ums", "dfu", "fastboot", "rockusb", "thordown");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|passwd|passphrase|secret|_psk|wpa_key|apikey|private_?key).*");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (Node node : BootImageFacts.nodes(root)) {
      node.facts(BootImageFacts.class).ifPresent(facts -> describe(node, facts, findings));
    }
  }

  private static void describe(Node node, BootImageFacts image, Findings findings) {
    if (!image.banner().isEmpty()) {
      BootEnvironment builtIn =
          image.environments().stream()
              .filter(environment -> !environment.stored())
              .findFirst()
              .orElse(new BootEnvironment(false, image.bannerOffset(), Map.of(), Map.of()));
      program(node, image, builtIn, findings);
    }
    for (BootEnvironment environment : image.environments()) {
      if (environment.stored()) {
        Draft draft =
            findings
                .component(KIND, node.path() + "#" + environment.offset(), "U-Boot environment")
                .artifact(node)
                .unknown("release", "an environment does not tell the program's version")
                .unknown("verifies", "an environment does not tell what the program can do")
                .unknown("asksToStop", "an environment does not tell what the program asks")
                .unknown("requiredKeys", "the keys are in the program's own device tree");
        facts(draft, node, "stored", 0, image, environment);
      }
    }
  }

  private static void program(
      Node node, BootImageFacts image, BootEnvironment environment, Findings findings) {
    Evidence banner = node.at(image.bannerOffset(), image.banner());
    Draft draft =
        findings
            .component(KIND, node.path() + "#u-boot", "U-Boot")
            .artifact(node)
            .version(image.version())
            .cpe("cpe:2.3:a:denx:u-boot:" + plain(image.version()) + ":*:*:*:*:*:*:*")
            .purl(PackageUrl.generic("u-boot", plain(image.version())))
            .seen("release", banner)
            .seen("verifies", banner)
            .seen("asksToStop", banner)
            .seen("requiredKeys", banner);
    if (environment.variables().isEmpty()) {
      String why = "no environment was found in the program";
      for (String fact : List.of("variables", "networkBoot", "removableBoot", "serialBoot")) {
        draft.unknown(fact, why);
      }
      for (String fact : List.of("gadgetBoot", "prebootLoads", "fallbackNetwork", "secrets")) {
        draft.unknown(fact, why);
      }
    }
    if (!image.asksToStop() && !image.anyKey()) {
      draft.unknown("asksToStop", "the program holds neither prompt that is known");
    }
    facts(draft, node, "program", release(image.version()), image, environment);
  }

  private static void facts(
      Draft draft,
      Node node,
      String origin,
      int release,
      BootImageFacts image,
      BootEnvironment environment) {
    Map<String, String> variables = environment.variables();
    BootScripts scripts = new BootScripts(variables);
    Set<String> started = scripts.reachedFrom("bootcmd");
    Set<String> first = scripts.reachedFrom("preboot");
    if (BootScripts.isCut(started) || BootScripts.isCut(first)) {
      for (String fact :
          List.of("networkBoot", "removableBoot", "serialBoot", "gadgetBoot", "prebootLoads")) {
        draft.unknown(fact, "commands lead to more variables than are followed");
      }
    }
    List<String> network = scripts.using(started, NETWORK);
    Set<String> loading = new TreeSet<>(NETWORK);
    loading.addAll(REMOVABLE);
    loading.addAll(SERIAL);
    Map<String, String> shown = new TreeMap<>();
    List<String> secrets = new ArrayList<>();
    variables.forEach((name, value) -> shown.put(name, shown(name, value)));
    shown.forEach(
        (name, value) -> {
          Evidence place = place(node, environment, name, value);
          draft.seen("variables[" + name + "]", place);
          if (isSecret(name, variables.getOrDefault(name, ""))) {
            draft.seen("secrets[" + secrets.size() + "]", place);
            secrets.add(name);
          }
        });
    Places places = new Places(draft, node, environment, shown);
    draft
        .seen("variables", node.at(environment.offset(), variables.size() + " variables"))
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(
                    network.isEmpty()
                        ? RiskSigns.Exposure.PARSES_FOREIGN_DATA
                        : RiskSigns.Exposure.CLIENT,
                    network.isEmpty()
                        ? "reads images and its environment"
                        : "loads over the network: " + String.join(", ", network))
                .withSurface(node.size(), 1, "size of what holds it")
                .withMemoryUnsafe(true, "written in C and assembler")
                .withParsesInput(true, "reads images, file systems and its environment")
                .withPrivilege(RiskSigns.Privilege.FULL, "runs before and decides on all else"))
        .facts(
            new BootloaderFacts(
                origin,
                release,
                shown,
                delay(draft, node, environment),
                image.asksToStop(),
                places.of("networkBoot", network),
                places.of("removableBoot", scripts.using(started, REMOVABLE)),
                places.of("serialBoot", scripts.using(started, SERIAL)),
                places.of("gadgetBoot", scripts.using(started, GADGET)),
                places.of("prebootLoads", scripts.using(first, loading)),
                places.of(
                    "fallbackNetwork", scripts.using(scripts.reachedFrom("altbootcmd"), NETWORK)),
                image.verifies(),
                image.requiredKeys(),
                List.copyOf(secrets)));
  }

  /** Says where the variables are that a fact lists. */
  private record Places(
      Draft draft, Node node, BootEnvironment environment, Map<String, String> shown) {
    List<String> of(String fact, List<String> names) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        draft.seen(
            fact + "[" + i + "]", place(node, environment, name, shown.getOrDefault(name, "")));
      }
      return List.copyOf(names);
    }
  }

  private static int delay(Draft draft, Node node, BootEnvironment environment) {
    String value = environment.variables().getOrDefault("bootdelay", "").strip();
    if (!value.matches("-?[0-9]{1,6}")) {
      draft.unknown("bootDelay", "bootdelay is not set; the program's own value holds");
      return 0;
    }
    draft.seen("bootDelay", place(node, environment, "bootdelay", value));
    return Integer.parseInt(value);
  }

  private static Evidence place(Node node, BootEnvironment environment, String name, String value) {
    String line = name + "=" + value;
    return node.at(
        environment.places().getOrDefault(name, environment.offset()),
        line.length() <= 200 ? line : line.substring(0, 200) + "…");
  }

  private static boolean isSecret(String name, String value) {
    return SECRET.matcher(name).matches() && !value.isBlank() && !value.contains("${");
  }

  private static String shown(String name, String value) {
    return isSecret(name, value) ? Masked.text(value) : value;
  }

  private static int release(String version) {
    return version.startsWith("20")
        ? Integer.parseInt(version.substring(0, 4) + version.substring(5, 7))
        : 0;
  }

  /** The maker's part of a version: {@code 2023.01} of {@code 2023.01+dfsg-2}. */
  private static String plain(String version) {
    return version.replaceFirst("^(\\d+(?:\\.\\d+)*).*", "$1");
  }
}
