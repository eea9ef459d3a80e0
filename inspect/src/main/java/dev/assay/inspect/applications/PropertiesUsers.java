package dev.assay.inspect.applications;

import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Users as properties: {@code user = password}, with roles after a comma where the login module has
 * them there (Apache Karaf "Security framework", PropertiesLoginModule; ActiveMQ "Security";
 * WildFly "Admin Guide", properties realms).
 */
final class PropertiesUsers {
  private static final Pattern USER =
      Pattern.compile("[ \\t]*+([^\\s#!=:][^\\s=:]*+)[ \\t]*+[=:][ \\t]*+([^,\\s][^,]*+)(?:,.*)?");

  /** What Karaf puts before the name of a group, which has no password. */
  private static final String GROUP = "_g_";

  private PropertiesUsers() {}

  static List<Login> read(SourceFile file) {
    return file.lines().stream()
        .flatMap(
            line -> {
              Matcher user = USER.matcher(line.text());
              return user.matches() && !user.group(1).startsWith(GROUP)
                  ? Stream.of(Login.of(file, line.number(), user.group(1), user.group(2).strip()))
                  : Stream.empty();
            })
        .toList();
  }
}
