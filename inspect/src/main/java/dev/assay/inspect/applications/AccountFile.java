package dev.assay.inspect.applications;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Problem;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A sort of file that applications keep accounts in.
 *
 * @param format as {@link ApplicationAccountsFacts#format}
 * @param names how its files end
 * @param beside files of which one must lie in the same folder, because others use the name as
 *     well; empty where the name suffices
 * @param read the accounts, in order; what is wrong with the file goes to the consumer
 */
record AccountFile(
    String format,
    List<String> names,
    List<String> beside,
    BiFunction<SourceFile, Consumer<Problem>, List<Login>> read) {
  static final List<AccountFile> ALL =
      List.of(
          // Karaf keeps the keys of its users beside, ActiveMQ their groups or the JAAS settings.
          new AccountFile(
              "JAAS",
              List.of("users.properties"),
              List.of("keys.properties", "groups.properties", "login.config"),
              (file, problems) -> PropertiesUsers.read(file)),
          new AccountFile(
              "WildFly",
              List.of("mgmt-users.properties", "application-users.properties"),
              List.of(),
              (file, problems) -> PropertiesUsers.read(file)),
          new AccountFile("Tomcat", List.of("tomcat-users.xml"), List.of(), TomcatUsers::read),
          new AccountFile(
              "JMX",
              List.of("jmx.password", "jmxremote.password"),
              List.of(),
              (file, problems) -> ManagementUsers.read(file)));

  /** Those of a root. */
  List<SourceFile> in(Root root) {
    return names.stream()
        .flatMap(name -> root.anywhere(name).stream())
        .filter(file -> beside.isEmpty() || isBeside(root, file))
        .toList();
  }

  private boolean isBeside(Root root, SourceFile file) {
    String path = file.node().inRoot();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return beside.stream().anyMatch(name -> root.exists(folder + name));
  }
}
