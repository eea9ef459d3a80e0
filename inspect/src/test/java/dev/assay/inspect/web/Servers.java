package dev.assay.inspect.web;

import dev.assay.formats.EntryType;
import dev.assay.inspect.Gathered;
import dev.assay.inspect.Seeds;
import dev.assay.inspect.tree.Analysis;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Described;
import dev.assay.model.Owner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A root file system in memory, and the web servers that the inspector finds in it. */
final class Servers {
  private final List<Node> nodes = new ArrayList<>();

  Servers with(String path, String text) {
    return with(path, 0644, text);
  }

  Servers with(String path, int mode, String text) {
    return add(path, EntryType.FILE, mode, "", text.getBytes(StandardCharsets.UTF_8));
  }

  /** With a package in the database of dpkg. */
  Servers installed(String name, String version) {
    return with(
        "var/lib/dpkg/status",
        "Package: %s\nStatus: install ok installed\nVersion: %s\n".formatted(name, version));
  }

  Servers with(String path, byte[] content) {
    return add(path, EntryType.FILE, 0644, "", content);
  }

  Servers directory(String path, int mode) {
    return add(path, EntryType.DIRECTORY, mode, "", new byte[0]);
  }

  Servers link(String path, String target) {
    return add(path, EntryType.SYMLINK, 0777, target, new byte[0]);
  }

  List<Described> all() {
    Gathered found = Gathered.by(new WebServerInspector(), new Root("fw", nodes));
    return found.components();
  }

  Described only() {
    List<Described> all = all();
    if (all.size() != 1) {
      throw new AssertionError("expected one server, found " + all);
    }
    return all.getFirst();
  }

  WebServerFacts facts() {
    return (WebServerFacts) only().facts();
  }

  private Servers add(String path, EntryType type, int mode, String target, byte[] content) {
    nodes.add(
        new Node(
            "fw/" + path,
            path,
            type,
            mode,
            new Owner(0, 0),
            0,
            Map.of(),
            target,
            new Analysis("", content.length, "text/plain", false, List.of(), List.of(), List.of()),
            List.of(),
            type == EntryType.FILE ? Optional.of(Seeds.plant(path, content)) : Optional.empty()));
    return this;
  }
}
