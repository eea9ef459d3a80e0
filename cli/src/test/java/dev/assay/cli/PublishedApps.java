package dev.assay.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Apps as they are published; tests that ask for one are skipped where it cannot be fetched. */
final class PublishedApps {
  private PublishedApps() {}

  /** The packages with apps that tests go by, and the app in each. */
  static final List<String> ALL =
      List.of(
          "io.appium.settings@8.0.10 package/apks/settings_apk-debug.apk",
          "appium-uiautomator2-server@10.6.6 package/apks/appium-uiautomator2-server-v10.6.6.apk",
          "android-apidemos@5.0.0 package/apks/ApiDemos-debug.apk");

  /**
   * @param app one of {@link #ALL}
   */
  static Path fetched(Path directory, String app) {
    String[] words = app.split(" ", 2);
    assumeTrue(isInstalled("npm") && isInstalled("tar"), "npm and tar are installed");
    try {
      run(directory, "npm", "pack", "--ignore-scripts", "--silent", words[0]);
      try (Stream<Path> files = Files.list(directory)) {
        Path archive = files.filter(file -> file.toString().endsWith(".tgz")).findFirst().get();
        run(directory, "tar", "xzf", archive.getFileName().toString(), words[1]);
      }
    } catch (IOException | InterruptedException e) {
      assumeTrue(false, words[0] + " can be fetched");
    }
    return directory.resolve(words[1]);
  }

  private static void run(Path directory, String... command)
      throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assumeTrue(status == 0, String.join(" ", command) + " works");
  }

  private static boolean isInstalled(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
