package dev.assay.inspect.services;

import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Init scripts of System V, BusyBox (started by rcS when their name begins with S) and OpenWrt; and
 * rc.local.
 */
final class InitScripts {
  /** Directories whose links S?? start a script: runlevels of System V, and OpenWrt's. */
  private static final List<String> STARTED =
      List.of(
          "etc/rc.d", "etc/rcS.d", "etc/rc1.d", "etc/rc2.d", "etc/rc3.d", "etc/rc4.d", "etc/rc5.d");

  private static final List<String> RC_LOCAL = List.of("etc/rc.local", "etc/rc.d/rc.local");
  private static final int MAX_LINES = 2000;

  private final Root root;
  private final SystemdUnits units;

  InitScripts(Root root, SystemdUnits units) {
    this.root = root;
    this.units = units;
  }

  void report(Findings findings) {
    Set<String> started = new HashSet<>();
    for (String directory : STARTED) {
      for (Node link : root.children(directory)) {
        if (link.name().matches("S[0-9]+.*")) {
          root.resolve(link.inRoot()).ifPresent(started::add);
        }
      }
    }
    for (Node node : root.children("etc/init.d")) {
      // systemd prefers its own unit to a script of the same name.
      boolean script = node.isFile() && !node.name().contains(".") && !node.name().equals("README");
      if (script && !units.knows(node.name())) {
        boolean byName = node.name().matches("S[0-9]+.*") && (node.mode() & 0111) != 0;
        root.file(node.inRoot())
            .ifPresent(
                file ->
                    report(
                        file,
                        node.name(),
                        "init-script",
                        byName || started.contains(node.inRoot()),
                        findings));
      }
    }
    for (String path : RC_LOCAL) {
      root.file(path).ifPresent(file -> report(file, "rc.local", "rc.local", runs(file), findings));
    }
  }

  /** Most systems skip an rc.local that is not executable; OpenWrt reads it into a shell. */
  private boolean runs(SourceFile rcLocal) {
    return (rcLocal.node().mode() & 0111) != 0 || root.exists("etc/openwrt_release");
  }

  private void report(
      SourceFile file, String name, String manager, boolean enabled, Findings findings) {
    Service service =
        new Service(file.path(), name, manager, file.whole("script " + file.node().inRoot()));
    service.enabled = enabled;
    service.worldWritable = (file.node().mode() & 2) != 0;
    int lines = 0;
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        if (++lines > MAX_LINES) {
          file.cut("more than " + MAX_LINES + " lines");
          break;
        }
        service.command(text, file.at(line));
        if (text.startsWith("procd_set_param user ")) {
          service.user =
              text.substring("procd_set_param user ".length()).replaceAll("[\"'\\s]", "");
        }
      }
    }
    service.report(root, findings, service.draft(findings));
  }
}
