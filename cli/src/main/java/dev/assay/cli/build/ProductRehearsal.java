package dev.assay.cli.build;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.cli.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Evaluations of a product with Linux and of an Android app, for the JVM to learn what they need
 * and what to compile of it.
 */
final class ProductRehearsal {
  /** Enough for what reads code to run as often as it does on a large app. */
  private static final int CLASSES = 1000;

  private ProductRehearsal() {}

  /**
   * @param args an empty folder, a vulnerability feed, and what makes up the product with Linux
   */
  public static void main(String... args) throws IOException {
    Path work = Path.of(args[0]);
    List<String> linux = new ArrayList<>(List.of(args).subList(2, args.length));
    linux.addAll(List.of("--profile", "linux-device", "--feed", args[1]));
    evaluate(linux, work.resolve("linux"));
    Path app = work.resolve("app.apk");
    Files.write(app, app());
    evaluate(List.of(app.toString(), "--profile", "smartphone"), work.resolve("smartphone"));
  }

  private static void evaluate(List<String> product, Path bundle) {
    List<String> command = new ArrayList<>(List.of("evaluate"));
    command.addAll(product);
    command.addAll(List.of("--cache", "off", "--out", bundle.toString()));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int status = Main.run(command.toArray(String[]::new), nowhere, System.err);
    if (status > 1) {
      System.exit(status);
    }
  }

  private static byte[] app() {
    List<String> libraries = new ArrayList<>();
    List<String> strings = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      libraries.add("test.part" + i % 50 + ".unit" + i);
      for (int k = 0; k < 4; k++) {
        strings.add("text " + k + " at https://host" + i + ".example.org/" + k);
        calls.add("test.part" + i % 50 + ".Other" + i + ".method" + k + "(text, " + i + ")");
      }
    }
    calls.add("static android.util.Log.d(control, text)");
    calls.add("android.webkit.WebSettings.setJavaScriptEnabled(true)");
    calls.add("static javax.crypto.Cipher.getInstance(DES)");
    calls.add("android.location.LocationManager.getLastKnownLocation(gps)");
    return new AndroidForge()
        .make(
            Map.of(
                "package",
                "test.rehearsal",
                "permissions",
                List.of("android.permission.ACCESS_FINE_LOCATION", "android.permission.CAMERA"),
                "components",
                List.of(
                    Map.of("type", "service", "name", "test.control.Work", "exported", true),
                    Map.of(
                        "type",
                        "activity",
                        "exported",
                        true,
                        "categories",
                        List.of("android.intent.category.BROWSABLE"),
                        "scheme",
                        "https",
                        "link",
                        Map.of("host", "example.org"))),
                "network",
                Map.of("domainCleartext", true, "pins", 1),
                "texts",
                Map.of(
                    "default", Map.of("privacy", "Privacy policy"), "de", Map.of("privacy", "x")),
                "schemes",
                List.of("v1", "v2", "v3"),
                "code",
                Map.of("libraries", libraries, "strings", strings, "calls", calls)));
  }
}
