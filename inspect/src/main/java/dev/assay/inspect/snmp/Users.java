package dev.assay.inspect.snmp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.snmp.SnmpAgentFacts.User;
import dev.assay.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Users of SNMPv3: created, kept by the agent, or granted something. */
final class Users {
  /** Protocol objects below usmAuthProtocols 1.3.6.1.6.3.10.1.1 (RFC 3414, RFC 7860). */
  private static final Map<String, String> AUTHENTICATION =
      Map.of(
          "1", "none", "2", "MD5", "3", "SHA", "4", "SHA-224", "5", "SHA-256", "6", "SHA-384", "7",
          "SHA-512");

  /** Below usmPrivProtocols 1.3.6.1.6.3.10.1.2 (RFC 3414, RFC 3826). */
  private static final Map<String, String> PRIVACY =
      Map.of("1", "none", "2", "DES", "3", "3DES", "4", "AES");

  /** A user being read. */
  private static final class Draughted {
    String authentication = "";
    String privacy = "";
    String level = "";
    boolean writable;
    boolean wholeTree;
    String secret = "";
    int length;
    boolean wellKnown;
    final List<Evidence> evidence = new ArrayList<>();
  }

  private final Map<String, Draughted> users = new TreeMap<>();
  private final List<Directive> directives;
  private final Views views;

  private Users(List<Directive> directives) {
    this.directives = directives;
    this.views = new Views(directives);
  }

  static List<User> of(List<Directive> directives, Draft draft) {
    Users reader = new Users(directives);
    directives.forEach(reader::read);
    List<User> found = new ArrayList<>();
    reader.users.forEach(
        (name, user) -> {
          user.evidence.forEach(at -> draft.seen("users[" + found.size() + "]", at));
          found.add(
              new User(
                  name,
                  user.authentication,
                  user.privacy,
                  user.level,
                  user.writable,
                  user.wholeTree,
                  user.secret,
                  user.length,
                  user.wellKnown));
        });
    return List.copyOf(found);
  }

  private void read(Directive directive) {
    switch (directive.token()) {
      case "createuser" -> created(directive);
      case "usmuser" -> kept(directive);
      case "rouser" -> granted(directive, 0, false);
      case "rwuser" -> granted(directive, 0, true);
      case "authuser" -> granted(directive, 1, directive.argument(0).contains("write"));
      case "group" -> {
        if (directive.argument(1).equalsIgnoreCase("usm")) {
          grouped(directive);
        }
      }
      default -> {
        // No other directive is about users.
      }
    }
  }

  private Draughted user(String name, Directive directive) {
    Draughted user = users.computeIfAbsent(name, key -> new Draughted());
    if (user.evidence.size() < 4) {
      user.evidence.add(directive.evidence());
    }
    return user;
  }

  /** {@code createUser [-e ENGINE] NAME AUTH [-m|-l] SECRET [PRIV [[-m|-l] SECRET]]}. */
  private void created(Directive directive) {
    List<String> words = new ArrayList<>(directive.arguments());
    if (words.size() > 1 && words.getFirst().equals("-e")) {
      words = words.subList(2, words.size());
    }
    if (words.isEmpty()) {
      return;
    }
    Draughted user = user(words.getFirst(), directive);
    user.authentication = words.size() > 1 ? words.get(1).toUpperCase(Locale.ROOT) : "none";
    user.privacy = "none";
    int at = 2;
    boolean key = at < words.size() && words.get(at).matches("-[ml]");
    at += key ? 1 : 0;
    if (at < words.size()) {
      String secret = words.get(at);
      user.secret = key ? "key" : "passphrase";
      user.length = key ? 0 : secret.length();
      user.wellKnown = !key && (WellKnown.is(secret) || secret.equals(words.getFirst()));
    }
    if (at + 1 < words.size()) {
      user.privacy = words.get(at + 1).toUpperCase(Locale.ROOT).replaceFirst("^AES-?128$", "AES");
    }
  }

  /**
   * A line of the persistent file: {@code usmUser STATUS STORAGE ENGINE NAME SECNAME CLONE AUTH KEY
   * PRIV KEY PUBLIC}; names may be in hexadecimal.
   */
  private void kept(Directive directive) {
    if (directive.arguments().size() < 9) {
      return;
    }
    Draughted user = user(name(directive.argument(3)), directive);
    user.authentication = AUTHENTICATION.getOrDefault(last(directive.argument(6)), "");
    user.privacy = PRIVACY.getOrDefault(last(directive.argument(8)), "");
    user.secret = directive.argument(7).length() > 2 ? "key" : user.secret;
  }

  /** {@code [-s MODEL] USER [LEVEL [OID | -V VIEW [CONTEXT]]]}. */
  private void granted(Directive directive, int from, boolean writes) {
    boolean model = directive.argument(from).equals("-s");
    // Users of other models prove themselves by certificate or ticket.
    if (model && !directive.argument(from + 1).equalsIgnoreCase("usm")) {
      return;
    }
    int at = model ? from + 2 : from;
    if (directive.argument(at).isEmpty()) {
      return;
    }
    Draughted user = user(directive.argument(at), directive);
    boolean level = Level.is(directive.argument(at + 1));
    user.level = Level.weaker(user.level, level ? Level.of(directive.argument(at + 1)) : "auth");
    user.writable |= writes;
    user.wholeTree |= views.isWhole(directive, level ? at + 2 : at + 1);
  }

  private void grouped(Directive directive) {
    Access access = new Access(directives, views, directive.argument(2), Set.of("usm"));
    if (access.reads() || access.writes()) {
      Draughted user = user(directive.argument(2), directive);
      user.level = Level.weaker(user.level, access.level());
      user.writable |= access.writes();
      user.wholeTree |= access.wholeTree();
    }
  }

  private static String last(String oid) {
    return oid.substring(oid.lastIndexOf('.') + 1);
  }

  private static String name(String text) {
    if (!text.matches("0x([0-9a-fA-F]{2})+") || text.length() > 130) {
      return text;
    }
    String plain = new String(HexFormat.of().parseHex(text.substring(2)), StandardCharsets.UTF_8);
    return plain.replace("\0", "");
  }
}
