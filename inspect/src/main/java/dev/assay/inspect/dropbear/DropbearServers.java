package dev.assay.inspect.dropbear;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.Assignments;
import dev.assay.inspect.starts.Programs;
import dev.assay.inspect.starts.ShellLine;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.starts.Starts;
import dev.assay.inspect.starts.Uci;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The servers of one root file system: each section of OpenWrt, each start, or the bare program.
 */
final class DropbearServers {
  /**
   * One server.
   *
   * @param where path of what defines it, with {@code #part} where that defines several
   * @param certain whether all its arguments are known
   */
  record Server(
      String where,
      String manager,
      Answer enabled,
      String program,
      DropbearOptions options,
      boolean certain,
      boolean announced,
      Evidence evidence) {}

  /** OpenWrt's settings. */
  static final String UCI = "etc/config/dropbear";

  private static final List<String> PROGRAMS =
      List.of(
          "/usr/sbin/dropbear", "/sbin/dropbear", "/usr/bin/dropbear", "/usr/local/sbin/dropbear");

  /** Debian's current and former place of what the initial ramdisk's server is given. */
  private static final List<String> RAMDISK =
      List.of("etc/dropbear/initramfs/dropbear.conf", "etc/dropbear-initramfs/config");

  private DropbearServers() {}

  static List<Server> of(Root root) {
    List<Server> servers = new ArrayList<>();
    List<Start> starts = Starts.of(root).stream().filter(DropbearServers::isServer).toList();
    Optional<SourceFile> uci = root.file(UCI);
    if (uci.isPresent()) {
      openWrt(root, uci.get(), starts, servers);
    }
    Set<String> seen = new HashSet<>();
    for (Start start : starts) {
      boolean byUci = uci.isPresent() && start.service().equals("dropbear");
      if (!byUci && seen.add(start.where())) {
        servers.add(server(root, start));
      }
    }
    ramdisk(root, servers);
    if (servers.isEmpty()) {
      bare(root, servers);
    }
    return servers;
  }

  /** dropbearmulti is what its first argument says. */
  private static boolean isServer(Start start) {
    boolean multi = start.name().equals("dropbearmulti");
    return start.name().equals("dropbear")
        || multi && !start.arguments().isEmpty() && start.arguments().getFirst().equals("dropbear");
  }

  private static Server server(Root root, Start start) {
    return new Server(
        start.where(),
        start.manager(),
        start.enabled().and(Programs.isPresent(root, start.program())),
        start.program(),
        DropbearOptions.ofCommandLine(start.arguments(), start.evidence()),
        start.resolved(),
        false,
        start.evidence());
  }

  private static void openWrt(
      Root root, SourceFile file, List<Start> starts, List<Server> servers) {
    Answer started = started(root, starts);
    Answer present = Programs.isPresent(root, "dropbear");
    for (Uci.Section section : Uci.read(file)) {
      if (section.type().equals("dropbear")) {
        Answer on = Answer.of(section.yes("enable", true));
        servers.add(
            new Server(
                file.path() + "#" + section.line(),
                "openwrt",
                on.and(started).and(present),
                "/usr/sbin/dropbear",
                DropbearOptions.ofSection(section),
                true,
                section.yes("mdns", false),
                section.evidence()));
      }
    }
  }

  /** The init script may hold conditions of the maker; without one, its link decides. */
  private static Answer started(Root root, List<Start> starts) {
    Optional<Answer> byScript =
        starts.stream()
            .filter(start -> start.service().equals("dropbear"))
            .map(Start::enabled)
            .reduce(Answer::or);
    List<Node> links = root.children("etc/rc.d");
    boolean linked = links.stream().anyMatch(node -> node.name().matches("S\\d+dropbear"));
    Answer byLink = linked ? Answer.YES : links.isEmpty() ? Answer.UNKNOWN : Answer.NO;
    return byScript.orElse(byLink);
  }

  /** Debian puts the server and these options into the initial ramdisk and adds {@code -Fs}. */
  private static void ramdisk(Root root, List<Server> servers) {
    if (!root.exists("usr/share/initramfs-tools/hooks/dropbear")) {
      return;
    }
    for (String path : RAMDISK) {
      Optional<SourceFile> file = root.file(path);
      if (file.isPresent()) {
        Assignments variables = new Assignments();
        variables.read(file.get());
        List<String> words =
            new ArrayList<>(ShellLine.words(variables.text("DROPBEAR_OPTIONS"), name -> ""));
        Evidence at =
            variables
                .get("DROPBEAR_OPTIONS")
                .map(Assignments.Value::evidence)
                .orElseGet(() -> file.get().whole("DROPBEAR_OPTIONS is not set"));
        words.add("-Fs");
        boolean keys =
            root.exists("etc/dropbear/initramfs/authorized_keys")
                || root.exists("etc/dropbear-initramfs/authorized_keys");
        servers.add(
            new Server(
                file.get().path(),
                "initramfs",
                Answer.of(keys),
                "/usr/sbin/dropbear",
                DropbearOptions.ofCommandLine(words, at),
                true,
                false,
                at));
        return;
      }
    }
  }

  /** The program without anything that starts it. */
  private static void bare(Root root, List<Server> servers) {
    for (String path : PROGRAMS) {
      Optional<Node> node = root.entry(path).filter(n -> !n.isDirectory());
      if (node.isPresent()) {
        Evidence at = node.get().whole(Concealed.of("nothing in the product starts it"));
        servers.add(
            new Server(
                node.get().path(),
                "",
                Programs.startsUnseen(root),
                path,
                DropbearOptions.ofCommandLine(List.of(), at),
                true,
                false,
                at));
        return;
      }
    }
  }
}
