package dev.assay.inspect.boot;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.bootloader.BootEnvironment;
import dev.assay.inspect.bootloader.BootImageFacts;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kernel command lines, wherever a product keeps them. */
public final class BootArgumentsInspector implements Inspector {
  public static final Kind<BootArgumentsFacts> KIND =
      Kind.of("boot-arguments", BootArgumentsFacts.class, "Kernel command line");

  private static final Pattern EXTLINUX = Pattern.compile("(?i)\\s*append\\s+(.*)");
  private static final Pattern GRUB = Pattern.compile("\\s*linux(?:16|efi)?\\s+\\S+\\s*(.*)");
  private static final Pattern GRUB_DEFAULT =
      Pattern.compile("\\s*GRUB_CMDLINE_LINUX(?:_DEFAULT)?=[\"']?(.*?)[\"']?\\s*");
  private static final Pattern UBOOT = Pattern.compile("\\s*(?:setenv\\s+)?bootargs[ =](.*)");
  private static final Pattern SETENV = Pattern.compile("setenv bootargs [\"']?([^;\"']+)");
  private static final Pattern WHOLE_LINE = Pattern.compile("\\s*([^#\\s].*)");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of(
        "boot/cmdline.txt",
        "cmdline.txt",
        "etc/kernel/cmdline",
        "boot/extlinux/extlinux.conf",
        "extlinux/extlinux.conf",
        "boot/grub/grub.cfg",
        "etc/default/grub",
        "boot/uEnv.txt",
        "uEnv.txt",
        "boot/boot.cmd",
        "boot.cmd");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (Node node : root.nodes()) {
      node.facts(DeviceTreeFacts.class)
          .filter(tree -> !tree.bootArguments().isBlank())
          .ifPresent(
              tree ->
                  add(
                      node.path(),
                      "device-tree",
                      tree.bootArguments(),
                      node.whole("/chosen/bootargs: " + tree.bootArguments()),
                      findings));
    }
    for (Node node : BootImageFacts.nodes(root)) {
      node.facts(BootImageFacts.class).ifPresent(image -> environments(node, image, findings));
    }
    each(
        root,
        List.of("boot/cmdline.txt", "cmdline.txt", "etc/kernel/cmdline"),
        "cmdline",
        WHOLE_LINE,
        findings);
    each(
        root,
        List.of("boot/extlinux/extlinux.conf", "extlinux/extlinux.conf"),
        "extlinux",
        EXTLINUX,
        findings);
    each(root, List.of("boot/grub/grub.cfg"), "grub", GRUB, findings);
    each(root, List.of("etc/default/grub"), "grub", GRUB_DEFAULT, findings);
    each(
        root,
        List.of("boot/uEnv.txt", "uEnv.txt", "boot/boot.cmd", "boot.cmd"),
        "u-boot-environment",
        UBOOT,
        findings);
  }

  /** {@code bootargs} itself, and every {@code setenv bootargs} in a variable with commands. */
  private static void environments(Node node, BootImageFacts image, Findings findings) {
    for (BootEnvironment environment : image.environments()) {
      new TreeMap<>(environment.variables())
          .forEach(
              (name, value) -> {
                Matcher set = SETENV.matcher(value);
                String line = name.equals("bootargs") ? value : set.find() ? set.group(1) : "";
                if (!line.isBlank()) {
                  long offset = environment.places().getOrDefault(name, environment.offset());
                  add(
                      node.path() + "#" + offset,
                      "u-boot-environment",
                      line,
                      node.at(offset, name + "=" + value),
                      findings);
                }
              });
    }
  }

  private static void each(
      Root root, List<String> files, String source, Pattern pattern, Findings findings) {
    for (String path : files) {
      for (SourceFile file : root.file(path).stream().toList()) {
        for (Line line : file.lines()) {
          Matcher matcher = pattern.matcher(line.text());
          if (matcher.matches() && !matcher.group(1).isBlank()) {
            add(
                file.path() + "#" + line.number(),
                source,
                matcher.group(1),
                file.at(line),
                findings);
          }
        }
      }
    }
  }

  private static void add(
      String where, String source, String line, Evidence evidence, Findings findings) {
    findings
        .component(KIND, where, "kernel command line")
        .seen("line", evidence)
        .seen("arguments", evidence)
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.NONE, "fixed at boot")
                .withSurface(line.length(), 1, "one line")
                .withMemoryUnsafe(false, "configuration")
                .withParsesInput(false, "configuration")
                .withPrivilege(RiskSigns.Privilege.FULL, "decides how the kernel protects itself"))
        .facts(new BootArgumentsFacts(source, line.strip(), List.of(line.strip().split("\\s+"))));
  }
}
