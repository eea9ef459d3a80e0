package dev.assay.inspect.services;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command line runs: its program, and the script or Java archive that this interprets. */
public final class Started {
  private static final Pattern INTERPRETER =
      Pattern.compile(
          "(?:ba|da|a|k|z|c|tc)?sh|busybox|env|(?:python|perl|ruby|php|lua|node|nodejs|tclsh)[0-9.]*");

  private static final String JAVA = "java";
  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");

  private Started() {}

  /** The first word without the prefixes of systemd.service(5) and inittab(5). */
  public static String program(String command) {
    return words(command)[0];
  }

  /** Paths with a leading slash; of what is interpreted, those that lead to a file of the root. */
  public static List<String> by(String command, Root root) {
    String[] words = words(command);
    if (!words[0].startsWith("/")) {
      return List.of();
    }
    List<String> started = new ArrayList<>(List.of(words[0]));
    if (name(words[0]).equals(JAVA)) {
      java(words, root, started);
    } else if (isInterpreter(words[0])) {
      interpreted(words, root, started);
    }
    return started;
  }

  private static String[] words(String command) {
    return command.strip().replaceFirst("^[-@:+!|]+", "").split("\\s+");
  }

  private static void java(String[] words, Root root, List<String> started) {
    for (int i = 1; i + 1 < words.length; i++) {
      if (CLASS_PATH.contains(words[i])) {
        for (String part : words[i + 1].split(":")) {
          addFile(part, root, started);
        }
      }
      if (words[i].equals("-jar")) {
        addFile(words[i + 1], root, started);
        return;
      }
    }
  }

  /** The first file that is no interpreter itself; what stands behind it are its arguments. */
  private static void interpreted(String[] words, Root root, List<String> started) {
    for (int i = 1; i < words.length && !words[i].equals("-c"); i++) {
      if (addFile(words[i], root, started) && !isInterpreter(started.getLast())) {
        return;
      }
    }
  }

  private static boolean addFile(String word, Root root, List<String> started) {
    String path = word.replaceAll("^[\"']|[\"']$", "");
    boolean file = path.startsWith("/") && root.node(path).filter(Node::isFile).isPresent();
    return file && started.add(path);
  }

  private static boolean isInterpreter(String path) {
    return INTERPRETER.matcher(name(path)).matches();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
