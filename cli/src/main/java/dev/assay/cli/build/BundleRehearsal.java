package dev.assay.cli.build;

import dev.assay.cli.Main;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The commands that read bundles, for the JVM to learn what they need and what to compile of it. A
 * small bundle is verified several times, as a large one has more lines.
 */
final class BundleRehearsal {
  private static final int TIMES = 8;

  private BundleRehearsal() {}

  /**
   * @param args a bundle, which is signed, and an empty folder for keys
   */
  public static void main(String... args) {
    String bundle = args[0];
    Path keys = Path.of(args[1]);
    String key = keys.resolve("maker.key").toString();
    run("keygen", "--out", keys.resolve("maker").toString());
    run("sign", bundle, "--key", key);
    for (int i = 0; i < TIMES; i++) {
      run("verify", bundle, "--keys", keys.toString());
    }
    String log = keys.resolve("log").toString();
    run("log", "init", log, "--origin", "rehearsal", "--key", key);
    run("log", "append", log, bundle, "--key", key);
  }

  private static void run(String... command) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int status = Main.run(command, nowhere, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }
}
