package dev.assay.inspect.snmp;

import dev.assay.inspect.starts.Uci;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** OpenWrt's {@code /etc/config/snmpd} as the directives its init script writes. */
final class UciDirectives {
  private UciDirectives() {}

  /** Whether the file switches the agent off. */
  static boolean disabled(List<Uci.Section> sections) {
    return sections.stream()
        .anyMatch(each -> each.type().equals("snmpd") && !each.yes("enabled", true));
  }

  static List<Directive> of(SourceFile file, List<Uci.Section> sections) {
    List<Directive> directives = new ArrayList<>();
    for (Uci.Section section : sections) {
      List<String> arguments = new ArrayList<>();
      String token = section.type();
      switch (token) {
        case "agent" -> {
          token = "agentaddress";
          arguments.add(section.text("agentaddress", ""));
        }
        case "com2sec", "com2sec6" ->
            arguments.addAll(values(section, "secname", "source", "community"));
        case "group" -> arguments.addAll(values(section, "group", "version", "secname"));
        case "view" -> arguments.addAll(values(section, "viewname", "type", "oid"));
        case "access" ->
            arguments.addAll(
                values(
                    section, "group", "context", "version", "level", "prefix", "read", "write",
                    "notify"));
        case "access_default" -> {
          token = section.text("mode", "rocommunity");
          arguments.addAll(values(section, "community", "source", "oidrestrict"));
        }
        case "v3" -> {
          user(file, section, directives);
          continue;
        }
        case "exec", "extend" -> {
          arguments.add(section.text("name", "x"));
          arguments.add(section.text("prog", ""));
          arguments.add(section.text("args", ""));
        }
        case "pass" -> {
          token = section.yes("persist", false) ? "pass_persist" : "pass";
          arguments.addAll(values(section, "miboid", "prog"));
        }
        case "trap_hostname", "trap_ip" -> {
          String host = section.text("hostname", section.text("host_ip", ""));
          token = "trap2sink";
          arguments.addAll(List.of(host, section.text("community", "")));
        }
        default -> {
          continue;
        }
      }
      if (arguments.stream().anyMatch(argument -> !argument.isEmpty())) {
        directives.add(Directive.of(token, arguments, file.path(), section.line()));
      }
    }
    return directives;
  }

  private static void user(SourceFile file, Uci.Section section, List<Directive> into) {
    String name = section.text("username", "");
    List<String> create = new ArrayList<>(List.of(name));
    String authentication = section.text("auth_type", "");
    if (!authentication.isEmpty()) {
      create.addAll(List.of(authentication, section.text("auth_pass", "")));
      String privacy = section.text("privacy_type", "");
      if (!privacy.isEmpty()) {
        create.addAll(List.of(privacy, section.text("privacy_pass", "")));
      }
    }
    String level =
        authentication.isEmpty()
            ? "noauth"
            : section.text("privacy_type", "").isEmpty() ? "auth" : "priv";
    into.add(Directive.of("createUser", create, file.path(), section.line()));
    into.add(
        Directive.of(
            section.yes("allow_write", false) ? "rwuser" : "rouser",
            List.of(name, level, section.text("RestrictedOID", "")),
            file.path(),
            section.line()));
  }

  private static List<String> values(Uci.Section section, String... keys) {
    List<String> values = new ArrayList<>();
    for (String key : keys) {
      values.add(section.text(key, ""));
    }
    while (!values.isEmpty() && values.getLast().isEmpty()) {
      values.removeLast();
    }
    return values;
  }
}
