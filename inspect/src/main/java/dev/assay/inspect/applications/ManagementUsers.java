package dev.assay.inspect.applications;

import dev.assay.inspect.applications.ApplicationAccountsFacts.Account;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.stream.Stream;

/**
 * The password file of Java's remote management: {@code role password}, or {@code role salt hash
 * algorithm} once the JVM has hashed it (JDK "Monitoring and Management Guide", password files).
 */
final class ManagementUsers {
  private ManagementUsers() {}

  static List<Login> read(SourceFile file) {
    return file.lines().stream()
        .filter(line -> !line.text().startsWith("#"))
        .flatMap(line -> login(file, line))
        .toList();
  }

  private static Stream<Login> login(SourceFile file, SourceFile.Line line) {
    String[] words = line.text().strip().split("\\s+");
    return switch (words.length) {
      case 2 -> Stream.of(Login.of(file, line.number(), words[0], words[1]));
      case 3, 4 ->
          Stream.of(
              new Login(
                  new Account(words[0], "hashed", false),
                  Evidence.line(file.path(), line.number(), words[0] + " … (hashed)")));
      default -> Stream.empty();
    };
  }
}
