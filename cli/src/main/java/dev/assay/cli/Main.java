package dev.assay.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code assay} command. */
@Command(
    name = "assay",
    description = "Evaluates the security of a product and decides whether it may launch.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A product is a file, a directory, a product.yaml or a package URL:",
      "  assay evaluate firmware.img",
      "  assay evaluate 'pkg:npm/io.appium.settings@8.0.10'",
      "",
      "Exit status: 0 approved or conditional, 1 rejected, 2 wrong usage or unreadable input, 3 internal fault:",
      "of Assay as a whole, or of a reader whose part of the product is INCONCLUSIVE in a bundle that is whole."
    })
public final class Main {
  /** In the order of the help text. A class is named as its command is. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          EvaluateCommand.class,
          InspectCommand.class,
          PlanCommand.class,
          CatalogueCommand.class,
          FeedCommand.class,
          KeygenCommand.class,
          SignCommand.class,
          VerifyCommand.class,
          ReportCommand.class,
          DiscloseCommand.class,
          LogCommand.class,
          CompareCommand.class);

  private static final Set<String> VERSION = Set.of("-V", "--version");

  private Main() {}

  public static void main(String[] arguments) {
    // What is printed must not depend on where Assay runs.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    int status = run(arguments, out, err);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command; the way in for tests. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Main());
    commands(arguments).forEach(line::addSubcommand);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (wrong, args) -> {
          err.println("assay: " + oneLine(wrong.getMessage()) + " (try --help)");
          return ExitStatus.USAGE;
        });
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          if (fault instanceof UsageError usage) {
            err.println("assay: " + oneLine(usage.getMessage()));
            return ExitStatus.USAGE;
          }
          if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            err.println("assay: cannot read or write: " + oneLine(why(fault)));
            return ExitStatus.USAGE;
          }
          err.println("assay: internal fault: " + fault);
          fault.printStackTrace(err);
          return ExitStatus.FAULT;
        });
    if (arguments.length == 0) {
      line.usage(err);
      return ExitStatus.USAGE;
    }
    int status = executed(line, arguments, err);
    // A print stream keeps its errors to itself.
    if (out.checkError()) {
      err.println("assay: cannot write to standard output: it is full or closed");
      return ExitStatus.USAGE;
    }
    return status;
  }

  /** An error passes through what handles exceptions, and would end in a status of its own. */
  private static int executed(CommandLine line, String[] arguments, PrintStream err) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError full) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      err.println(
          "assay: internal fault: "
              + heap
              + " MiB of memory are not enough; JAVA_TOOL_OPTIONS=-Xmx8g gives more");
      return ExitStatus.FAULT;
    } catch (Error fault) {
      err.println("assay: internal fault: " + fault);
      fault.printStackTrace(err);
      return ExitStatus.FAULT;
    }
  }

  /** What the system said; the names of some exceptions say more than their messages. */
  private static String why(Exception fault) {
    Throwable wrapped = fault.getCause();
    Throwable cause = fault instanceof UncheckedIOException && wrapped != null ? wrapped : fault;
    String message = cause.getMessage();
    boolean bare = cause instanceof FileSystemException plain && plain.getReason() == null;
    return message == null || bare ? cause.toString() : message;
  }

  /** The commands that are asked for, or all: to learn of the options of each takes a while. */
  private static List<Class<?>> commands(String[] arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    if (VERSION.contains(first)) {
      return List.of();
    }
    String wanted = first + "Command";
    List<Class<?>> one =
        COMMANDS.stream().filter(each -> each.getSimpleName().equalsIgnoreCase(wanted)).toList();
    return one.isEmpty() ? COMMANDS : one;
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "" : message.strip().replaceAll("(?<!\\s)\\s*?\\R\\s*+", " ");
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        descriptor == FileDescriptor.err,
        StandardCharsets.UTF_8);
  }
}
