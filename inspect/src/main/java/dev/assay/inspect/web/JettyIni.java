package dev.assay.inspect.web;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code start.ini} and {@code start.d/*.ini} of Jetty ("Start Mechanism"): modules,
 * properties and arguments of the virtual machine, one a line.
 */
final class JettyIni {
  private static final int MOST = 10_000;

  private final Map<String, Evidence> modules = new LinkedHashMap<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, Evidence> places = new LinkedHashMap<>();
  private final Map<String, Evidence> arguments = new LinkedHashMap<>();

  static JettyIni read(List<SourceFile> files) {
    JettyIni ini = new JettyIni();
    for (SourceFile file : files) {
      for (SourceFile.Line line : file.lines()) {
        String text = line.text().strip();
        if (ini.isCut()) {
          file.cut("more than " + MOST + " settings with all other files");
          return ini;
        }
        if (!text.isEmpty() && !text.startsWith("#")) {
          ini.line(text, Excerpts.at(file, line));
        }
      }
    }
    return ini;
  }

  private void line(String text, Evidence where) {
    if (text.matches("--(add-)?module(s)?=.*|--add-to-start(d)?=.*")) {
      for (String module : text.substring(text.indexOf('=') + 1).split(",")) {
        modules.put(module.strip(), where);
      }
    } else if (text.startsWith("-") && !text.startsWith("-D")) {
      arguments.put(text, where);
    } else if (text.contains("=")) {
      String name =
          text.substring(0, text.indexOf('='))
              .replaceFirst("^-D", "")
              .replaceFirst("\\+$|\\?$", "")
              .strip();
      properties.put(name, text.substring(text.indexOf('=') + 1).strip());
      places.put(name, where);
    } else if (text.endsWith(".xml")) {
      // Before 9.1 the files themselves were listed.
      modules.put(
          text.substring(text.lastIndexOf('/') + 1)
              .replaceFirst("^jetty-", "")
              .replaceFirst("\\.xml$", ""),
          where);
    }
  }

  /** Whether there are more settings than are read. */
  boolean isCut() {
    return modules.size() + properties.size() + arguments.size() > MOST;
  }

  boolean isJetty() {
    return !modules.isEmpty() || properties.keySet().stream().anyMatch(p -> p.startsWith("jetty."));
  }

  /** Whether the modules that are on read a file such as {@code jetty-requestlog.xml}. */
  boolean activates(String file) {
    String part = file.replaceFirst("^jetty-?", "").replaceFirst("\\.xml$", "");
    boolean tls = module("ssl", "https", "http2", "http3").isPresent();
    return modules.isEmpty()
        || part.isEmpty()
        || modules.containsKey(part)
        || tls && part.startsWith("ssl")
        || part.equals("requestlog") && modules.containsKey("customrequestlog");
  }

  Map<String, Evidence> modules() {
    return modules;
  }

  Map<String, Evidence> arguments() {
    return arguments;
  }

  Map<String, String> properties() {
    return properties;
  }

  /** The value of the first of these names that is set. */
  Optional<String> get(String... names) {
    for (String name : names) {
      String value = properties.get(name);
      if (value != null && !value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  Optional<Evidence> where(String... names) {
    for (String name : names) {
      if (properties.containsKey(name)) {
        return Optional.ofNullable(places.get(name));
      }
    }
    return Optional.empty();
  }

  Optional<Evidence> module(String... names) {
    for (String name : names) {
      if (modules.containsKey(name)) {
        return Optional.ofNullable(modules.get(name));
      }
    }
    return Optional.empty();
  }
}
