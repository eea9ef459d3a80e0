package dev.assay.inspect.web;

import dev.assay.formats.elf.ElfFile;
import dev.assay.inspect.tree.Modes;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges files that the configuration names: keys, passwords, programs, and itself. */
final class Material {
  private static final Set<String> SHELLS =
      Set.of(
          "sh", "ash", "bash", "dash", "zsh", "ksh", "csh", "tcsh", "busybox", "perl", "python",
          "python2", "python3", "php", "php-cgi", "ruby", "lua", "tclsh", "node", "gcc", "cc",
          "g++", "clang", "tcc", "awk", "gawk", "make");
  private static final Set<String> PROGRAM = Set.of(ElfFile.PROGRAM, ElfFile.SHARED_OBJECT);
  private static final int MOST_PROGRAMS = 5000;

  private Material() {}

  static void judge(Root root, List<SourceFile> configuration, Sheet sheet) {
    keys(root, sheet);
    for (Sheet.Named file : sheet.passwordFiles()) {
      Passwords.read(root, file, sheet);
    }
    for (Sheet.Named directory : sheet.cgiDirectories()) {
      programs(root, directory, sheet);
    }
    for (SourceFile file : configuration) {
      if (Modes.writableByAll(file.node())) {
        sheet.configWritable.add("/" + file.node().inRoot(), Modes.evidence(file.node()));
      }
    }
  }

  private static void keys(Root root, Sheet sheet) {
    for (String key : sheet.keys.values()) {
      Optional<Node> node = root.node(key).filter(Node::isFile);
      if (node.isPresent() && Modes.readableByAll(root, node.get())) {
        sheet.keysReadable.add(key, Modes.evidence(node.get()));
      }
    }
  }

  private static void programs(Root root, Sheet.Named directory, Sheet sheet) {
    Optional<Node> top = root.node(directory.path());
    if (top.isPresent() && Modes.writableByAll(top.get())) {
      sheet.cgiWritable.add("/" + directory.path(), Modes.evidence(top.get()));
    }
    int seen = 0;
    for (Node program : root.children(directory.path())) {
      if (++seen > MOST_PROGRAMS) {
        sheet.config.cut("more than " + MOST_PROGRAMS + " programs in a folder that it runs");
        return;
      }
      if (program.isFile() && Modes.writableByAll(program)) {
        sheet.cgiWritable.add("/" + program.inRoot(), Modes.evidence(program));
      }
      Optional<Node> real = root.node(program.inRoot()).filter(Node::isFile);
      String name = program.name().replaceFirst("(\\.cgi|[-.]?\\d{1,9}(\\.\\d{1,9}){0,9})$", "");
      // A CGI script may bear the name of a tool; what counts is that it is the tool itself.
      boolean binary = real.filter(n -> PROGRAM.contains(n.type())).isPresent();
      if (SHELLS.contains(name) && (binary || program.isLink())) {
        sheet.shellsInCgi.add("/" + program.inRoot(), program.whole("a shell or interpreter"));
      }
    }
  }
}
