package dev.assay.inspect.logging;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.logging.LogRotationFacts.Entry;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.tree.PathPattern;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code logrotate.conf} with what it includes: directives before the first block hold for all that
 * follow; a block is {@code /path … { directives }}.
 */
final class LogRotation {
  static final List<String> READS = List.of("etc/logrotate.conf", "etc/logrotate.d/*");

  private static final int MAX_ENTRIES = 2_000;

  /** A block with what it says itself and what held before it. */
  private record Block(List<String> paths, Map<String, String> directives, Evidence at) {}

  private final Root root;
  private final Included included;
  private final Map<String, String> general = new TreeMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<PathPattern> patterns = new ArrayList<>();

  private LogRotation(Root root) {
    this.root = root;
    included = new Included(root);
  }

  static LogRotation of(Root root) {
    LogRotation rotation = new LogRotation(root);
    root.file("etc/logrotate.conf").ifPresent(file -> rotation.included.read(file, rotation::read));
    rotation.blocks.stream()
        .flatMap(block -> block.paths().stream())
        .limit(MAX_ENTRIES)
        .forEach(path -> rotation.patterns.add(pattern(path)));
    return rotation;
  }

  /** Brackets and braces as stars, which takes more to be rotated than may be. */
  private static PathPattern pattern(String path) {
    String stars = path.replaceAll("\\{[^{}]*+\\}|\\[[^\\[\\]]*+\\]|\\?", "*");
    return PathPattern.of(stars.replaceFirst("^/+", ""));
  }

  /** Whether a log is rotated; so it is taken where an include was not read. */
  boolean covers(String path) {
    if (included.doubt().isPresent() || path.contains("%")) {
      return true;
    }
    String clean = path.replaceFirst("^/+", "");
    return patterns.stream().anyMatch(each -> each.matches(clean));
  }

  void report(Findings findings) {
    if (included.files().isEmpty()) {
      return;
    }
    SourceFile main = included.files().getFirst();
    Draft draft = findings.component(LoggingInspector.ROTATION, main.path(), "logrotate");
    included.files().stream().map(SourceFile::path).distinct().forEach(draft::artifact);
    included.doubt().ifPresent(why -> draft.unknown("entries", why));
    List<Entry> entries = new ArrayList<>();
    for (Block block : blocks) {
      draft.seen("entries[" + entries.size() + "]", block.at());
      entries.add(entry(block));
    }
    draft
        .seen("entries", main.whole(entries.size() + " blocks"))
        .signs(LoggingInspector.signs("rotates logs and runs scripts as root", entries.size()))
        .facts(
            new LogRotationFacts(
                List.copyOf(entries),
                Loose.writable(
                    "writableFiles",
                    included.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  private static Entry entry(Block block) {
    Map<String, String> of = block.directives();
    String create = of.getOrDefault("create", "");
    String mode = create.split("\\s+", 2)[0];
    String su = of.getOrDefault("su", "root").split("\\s+", 2)[0];
    return new Entry(
        block.paths(),
        of.getOrDefault("rotate", "0").matches("-?[0-9]{1,9}")
            ? Long.parseLong(of.getOrDefault("rotate", "0"))
            : 0,
        of.containsKey("size") || of.containsKey("maxsize"),
        of.getOrDefault("frequency", ""),
        of.containsKey("compress"),
        mode.matches("[0-7]{3,4}") ? Integer.parseInt(mode, 8) : -1,
        !su.equals("root"),
        of.getOrDefault("mail", ""));
  }

  private void read(SourceFile file) {
    List<String> paths = new ArrayList<>();
    Optional<Map<String, String>> block = Optional.empty();
    boolean script = false;
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (script) {
        script = !text.equals("endscript");
        continue;
      }
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      if (text.matches("(prerotate|postrotate|firstaction|lastaction|preremove)\\b.*")) {
        script = true;
      } else if (block.isPresent() && text.equals("}")) {
        block = Optional.empty();
        paths = new ArrayList<>();
      } else if (block.isPresent()) {
        directive(text, block.get());
      } else if (text.startsWith("/") || text.startsWith("\"") || text.equals("{")) {
        names(text.replace("{", " "), paths);
        if (blocks.size() >= MAX_ENTRIES || paths.size() >= MAX_ENTRIES) {
          file.cut("more than " + MAX_ENTRIES + " blocks or logs");
          return;
        }
        if (text.endsWith("{")) {
          Map<String, String> own = new TreeMap<>(general);
          blocks.add(new Block(List.copyOf(paths), own, file.at(line)));
          block = Optional.of(own);
        }
      } else if (text.startsWith("include ")) {
        include(text.substring("include ".length()).strip(), file);
      } else {
        directive(text, general);
      }
    }
  }

  private void include(String name, SourceFile from) {
    included.each(root.isDirectory(name) ? name + "/*" : name, from, this::read);
  }

  private static void names(String text, List<String> into) {
    for (String each : text.strip().split("\\s+")) {
      String bare = each.replace("\"", "").replace("'", "");
      if (!bare.isEmpty() && into.size() < MAX_ENTRIES) {
        into.add(bare);
      }
    }
  }

  private static void directive(String text, Map<String, String> into) {
    String[] words = text.split("\\s+|=", 2);
    String value = words.length > 1 ? words[1].strip() : "";
    switch (words[0]) {
      case "hourly", "daily", "weekly", "monthly", "yearly" -> into.put("frequency", words[0]);
      case "nocompress" -> into.remove("compress");
      case "nocreate" -> into.remove("create");
      case "nomail" -> into.remove("mail");
      case "rotate", "size", "maxsize", "compress", "create", "su", "mail" ->
          into.put(words[0], value);
      default -> {}
    }
  }
}
