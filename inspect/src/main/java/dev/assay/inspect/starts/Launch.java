package dev.assay.inspect.starts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The program that a simple command starts in the end, behind {@code exec}, {@code
 * start-stop-daemon}, {@code busybox}, {@code tcpsvd} and the like.
 *
 * @param user account the wrapper changes to; empty where it does not
 * @param listens socket a wrapper opens for it
 */
record Launch(String program, List<String> arguments, String user, List<String> listens) {
  /** Shells that start each other. */
  private static final int MAX_WRAPPERS = 8;

  private static final String TOO_DEEP = ShellLine.UNRESOLVED + " in shells within shells";

  /** Wrappers that take no arguments of their own, and words of the shell that go before one. */
  private static final Set<String> PLAIN =
      Set.of(
          "exec",
          "nohup",
          "setsid",
          "command",
          "eval",
          "sudo",
          "env",
          "time",
          "busybox",
          "daemon",
          "service_start",
          "then",
          "do",
          "else",
          "!",
          "{",
          "tcpd",
          "linux32",
          "linux64");

  /** Options of start-stop-daemon(8) that are followed by a value. */
  private static final Set<String> VALUED =
      Set.of(
          "-p",
          "--pidfile",
          "-u",
          "--user",
          "-n",
          "--name",
          "-g",
          "--group",
          "-d",
          "--chdir",
          "-N",
          "--nicelevel",
          "-r",
          "--chroot",
          "-s",
          "--signal",
          "-R",
          "--retry",
          "-k",
          "--umask",
          "-O",
          "--output",
          "-P",
          "--procsched",
          "-I",
          "--iosched",
          "--ppid");

  private static final Map<String, Integer> OPENWRT =
      Map.of("procd_set_param", 2, "procd_append_param", -1);

  /** Whether shells start each other so often that what they start was not followed. */
  boolean isTooDeep() {
    return program.equals(TOO_DEEP);
  }

  static Optional<Launch> of(List<String> command, Function<String, String> variables) {
    return of(command, variables, MAX_WRAPPERS);
  }

  private static Optional<Launch> of(
      List<String> command, Function<String, String> variables, int wrappers) {
    List<String> words = command;
    while (!words.isEmpty() && words.getFirst().matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
      words = rest(words, 1);
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    if (wrappers == 0) {
      return Optional.of(new Launch(TOO_DEEP, List.of(), "", List.of()));
    }
    String first = words.getFirst();
    String name = first.substring(first.lastIndexOf('/') + 1);
    if (PLAIN.contains(name) && words.size() > 1) {
      return of(withoutOptions(rest(words, 1)), variables, wrappers);
    }
    return switch (name) {
      case "start-stop-daemon" -> startStopDaemon(rest(words, 1));
      case "nice", "ionice", "chrt" -> of(afterNumbers(rest(words, 1)), variables, wrappers);
      case "sh", "ash", "bash" -> shell(words, variables, wrappers);
      case "tcpsvd", "udpsvd" -> socketServer(name, rest(words, 1), variables, wrappers);
      default -> {
        int skip = OPENWRT.getOrDefault(name, 0);
        boolean command0 = skip == 2 && words.size() > 2 && words.get(1).equals("command");
        yield command0
            ? of(rest(words, 2), variables, wrappers)
            : skip != 0
                ? Optional.empty()
                : Optional.of(new Launch(first, rest(words, 1), "", List.of()));
      }
    };
  }

  private static Optional<Launch> startStopDaemon(List<String> words) {
    String exec = "";
    String startAs = "";
    String user = "";
    List<String> arguments = List.of();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String option = equals > 0 ? word.substring(0, equals) : word;
      String value =
          equals > 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
      int step = equals > 0 ? 0 : 1;
      if (option.equals("--")) {
        arguments = rest(words, i + 1);
        break;
      } else if (option.equals("--stop")
          || option.matches("-[a-zA-Z]+") && option.indexOf('K') > 0) {
        return Optional.empty();
      } else if (option.equals("--exec") || option.matches("-[SbmqovB]*x")) {
        exec = value;
        i += step;
      } else if (option.equals("--startas") || option.equals("-a")) {
        startAs = value;
        i += step;
      } else if (option.equals("--chuid") || option.equals("-c")) {
        user = value.split("[:.]", 2)[0];
        i += step;
      } else if (VALUED.contains(option)) {
        i += step;
      } else if (!option.startsWith("-")) {
        arguments = rest(words, i);
        break;
      }
    }
    String program = startAs.isEmpty() ? exec : startAs;
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(new Launch(program, arguments, user, List.of()));
  }

  /** {@code sh -c 'command'}; of several commands, the first. */
  private static Optional<Launch> shell(
      List<String> words, Function<String, String> variables, int wrappers) {
    int option = words.indexOf("-c");
    if (option < 0 || option + 1 >= words.size()) {
      return Optional.of(new Launch(words.getFirst(), rest(words, 1), "", List.of()));
    }
    List<ShellLine.Command> inner = ShellLine.read(words.get(option + 1), variables);
    return inner.isEmpty()
        ? Optional.empty()
        : of(inner.getLast().words(), variables, wrappers - 1);
  }

  /** BusyBox: {@code tcpsvd [-hEvwtlubCcr VALUE] ADDRESS PORT PROGRAM ARGUMENTS}. */
  private static Optional<Launch> socketServer(
      String name, List<String> words, Function<String, String> variables, int wrappers) {
    int i = 0;
    while (i < words.size() && words.get(i).startsWith("-")) {
      i += words.get(i).matches("-\\w*[lubCcr]") ? 2 : 1;
    }
    if (i + 2 >= words.size()) {
      return Optional.empty();
    }
    String socket =
        (name.startsWith("udp") ? "udp:" : "tcp:") + words.get(i) + ":" + words.get(i + 1);
    return of(rest(words, i + 2), variables, wrappers)
        .map(l -> new Launch(l.program(), l.arguments(), l.user(), List.of(socket)));
  }

  private static List<String> withoutOptions(List<String> words) {
    int i = 0;
    while (i < words.size() - 1 && words.get(i).startsWith("-")) {
      i++;
    }
    return rest(words, i);
  }

  /** Behind the options and numbers of {@code nice -n 5}. */
  private static List<String> afterNumbers(List<String> words) {
    int i = 0;
    while (i < words.size() - 1 && words.get(i).matches("-.*|\\d+")) {
      i++;
    }
    return rest(words, i);
  }

  private static List<String> rest(List<String> words, int from) {
    return from >= words.size() ? List.of() : new ArrayList<>(words.subList(from, words.size()));
  }
}
