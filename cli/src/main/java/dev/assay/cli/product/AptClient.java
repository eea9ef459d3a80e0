package dev.assay.cli.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Debian packages through {@code apt-get download}. Where the machine has no package lists, a
 * private set is fetched, so that neither root nor a change of the machine's own state is needed.
 */
record AptClient(Path state) implements Client {
  private static final Pattern SAYS = Pattern.compile("^E: (.+)");

  @Override
  public String name() {
    return "apt-get";
  }

  @Override
  public void fetch(Purl purl, Path folder) throws BadProduct {
    String arch = purl.qualifier("arch");
    String wanted =
        purl.name()
            + (arch.isEmpty() || arch.equals("all") ? "" : ":" + arch)
            + (purl.version().isEmpty() ? "" : "=" + purl.version());
    if (Client.run(folder, List.of("apt-get", "download", wanted)).status() == 0) {
      return;
    }
    try {
      Files.createDirectories(state.resolve("lists/partial"));
      Files.createDirectories(state.resolve("cache/archives/partial"));
    } catch (IOException e) {
      throw new BadProduct("cannot write the cache " + state + ": " + e.getMessage());
    }
    List<String> own =
        List.of(
            "-o", "Dir::State::lists=" + state.resolve("lists"),
            "-o", "Dir::Cache=" + state.resolve("cache"));
    run(folder, own, List.of("update"));
    Ended ended = run(folder, own, List.of("download", wanted));
    if (ended.status() != 0) {
      throw new BadProduct("apt-get cannot download " + wanted + ": " + ended.reason(SAYS));
    }
  }

  private static Ended run(Path folder, List<String> options, List<String> verb) throws BadProduct {
    ArrayList<String> command = new ArrayList<>(List.of("apt-get"));
    command.addAll(options);
    command.addAll(verb);
    return Client.run(folder, command);
  }
}
