package dev.assay.inspect.keys;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of {@code authorized_keys} (sshd(8)): options, type, base64, comment. */
final class AuthorizedKeyLine {
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:^|\\s)((?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]{2,60})\\s+([A-Za-z0-9+/]{40,20000}={0,2})(?:\\s+(.*))?$");

  private static final int MAX_COMMENT = 100;

  private AuthorizedKeyLine() {}

  static Optional<AuthorizedKeysFacts.Key> read(String line) {
    Matcher matcher = TYPE.matcher(line);
    if (!matcher.find()) {
      return Optional.empty();
    }
    PublicKey key;
    try {
      key = SshKeys.publicKey(Base64.getDecoder().decode(matcher.group(2)), -1);
    } catch (Malformed | IllegalArgumentException notAKey) {
      return Optional.empty();
    }
    List<String> options = options(line.substring(0, matcher.start()));
    String comment = matcher.group(3) == null ? "" : matcher.group(3).strip();
    String known = KnownKeys.nameOf(key.sha256());
    return Optional.of(
        new AuthorizedKeysFacts.Key(
            matcher.group(1),
            key.algorithm(),
            key.bits(),
            comment.length() <= MAX_COMMENT ? comment : comment.substring(0, MAX_COMMENT),
            options,
            options.contains("command") || options.contains("restrict"),
            options.contains("from"),
            options.contains("cert-authority"),
            !known.isEmpty(),
            known,
            key.sha256()));
  }

  static String shown(AuthorizedKeysFacts.Key key) {
    return (key.options().isEmpty() ? "" : String.join(",", key.options()) + " ")
        + key.type()
        + " ("
        + key.bits()
        + " bits) "
        + key.comment();
  }

  /** Names of options; commas and spaces inside quotes do not part them. */
  private static List<String> options(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    boolean value = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        if (!name.isEmpty()) {
          names.add(name.toString().strip().toLowerCase(Locale.ROOT));
        }
        name.setLength(0);
        value = false;
      } else if (c == '=' && !quoted) {
        value = true;
      } else if (!value && !quoted) {
        name.append(c);
      }
    }
    return List.copyOf(names);
  }
}
