package dev.assay.inspect.boot;

import dev.assay.inspect.bootloader.BootEnvironment;
import dev.assay.inspect.bootloader.BootImageFacts;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel command line of a product.
 *
 * @param where the file, with the place behind {@code #} where it may hold several
 * @param source as in {@link BootArgumentsFacts#source}
 */
public record CommandLine(String where, String source, String line, Evidence at) {
  private static final Pattern EXTLINUX = Pattern.compile("(?i)^\\s*append\\s+(.*)");
  private static final Pattern GRUB = Pattern.compile("^\\s*linux(?:16|efi)?\\s+\\S+\\s*(.*)");
  private static final Pattern GRUB_DEFAULT =
      Pattern.compile("^\\s*GRUB_CMDLINE_LINUX(?:_DEFAULT)?=[\"']?+(.*[^\"'\\s]|)[\"'\\s]*+");
  private static final Pattern UBOOT = Pattern.compile("^\\s*(?:setenv\\s+)?bootargs[ =](.*)");
  private static final Pattern SETENV = Pattern.compile("setenv bootargs [\"']?([^;\"']+)");
  private static final Pattern WHOLE_LINE = Pattern.compile("^\\s*([^#\\s].*)");

  /** Files that hold command lines, for {@link dev.assay.inspect.Inspector#reads}. */
  public static final List<String> READS =
      List.of(
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

  /** Its words, in order. */
  public List<String> arguments() {
    return List.of(line.split("\\s+"));
  }

  /** The values of an argument that may be given several times: {@code ima_policy=}. */
  public List<String> values(String name) {
    return arguments().stream()
        .filter(each -> each.startsWith(name + "="))
        .map(each -> each.substring(name.length() + 1))
        .toList();
  }

  /** All command lines of a root, wherever it keeps them. */
  public static List<CommandLine> of(Root root) {
    List<CommandLine> into = new ArrayList<>();
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
                      into));
    }
    for (Node node : BootImageFacts.nodes(root)) {
      node.facts(BootImageFacts.class).ifPresent(image -> environments(node, image, into));
    }
    each(
        root,
        List.of("boot/cmdline.txt", "cmdline.txt", "etc/kernel/cmdline"),
        "cmdline",
        WHOLE_LINE,
        into);
    each(
        root,
        List.of("boot/extlinux/extlinux.conf", "extlinux/extlinux.conf"),
        "extlinux",
        EXTLINUX,
        into);
    each(root, List.of("boot/grub/grub.cfg"), "grub", GRUB, into);
    each(root, List.of("etc/default/grub"), "grub", GRUB_DEFAULT, into);
    each(
        root,
        List.of("boot/uEnv.txt", "uEnv.txt", "boot/boot.cmd", "boot.cmd"),
        "u-boot-environment",
        UBOOT,
        into);
    return List.copyOf(into);
  }

  /** {@code bootargs} itself, and every {@code setenv bootargs} in a variable with commands. */
  private static void environments(Node node, BootImageFacts image, List<CommandLine> into) {
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
                      into);
                }
              });
    }
  }

  private static void each(
      Root root, List<String> files, String source, Pattern pattern, List<CommandLine> into) {
    for (String path : files) {
      for (SourceFile file : root.file(path).stream().toList()) {
        for (Line line : file.lines()) {
          Matcher matcher = pattern.matcher(line.text());
          if (matcher.matches() && !matcher.group(1).isBlank()) {
            add(file.path() + "#" + line.number(), source, matcher.group(1), file.at(line), into);
          }
        }
      }
    }
  }

  private static void add(
      String where, String source, String line, Evidence evidence, List<CommandLine> into) {
    into.add(new CommandLine(where, source, line.strip(), evidence));
  }
}
