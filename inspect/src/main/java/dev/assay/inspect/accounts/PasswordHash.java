package dev.assay.inspect.accounts;

import java.util.Locale;
import org.apache.commons.codec.digest.Crypt;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A password field of {@code shadow(5)}, as {@code crypt(5)} explains it. */
record PasswordHash(String field) {
  String scheme() {
    if (field.isEmpty()) {
      return "none";
    }
    if (field.startsWith("!") || field.startsWith("*") || field.equals("x") || field.equals("NP")) {
      return "locked";
    }
    if (field.startsWith("$1$")) {
      return "md5";
    }
    if (field.startsWith("$2")) {
      return "bcrypt";
    }
    if (field.startsWith("$5$")) {
      return "sha256";
    }
    if (field.startsWith("$6$")) {
      return "sha512";
    }
    if (field.startsWith("$y$") || field.startsWith("$gy$")) {
      return "yescrypt";
    }
    if (field.startsWith("$7$")) {
      return "scrypt";
    }
    return field.matches("[A-Za-z0-9./]{13}") || field.startsWith("_") ? "des" : "plain-or-unknown";
  }

  /** How dear one try is, in units of about a microsecond; 0 where it cannot be computed here. */
  long cost() {
    return switch (scheme()) {
      case "des" -> field.startsWith("_") ? 0 : 30;
      case "md5" -> 1_000;
      case "sha256", "sha512" -> rounds();
      case "bcrypt" -> bcryptCost();
      default -> 0;
    };
  }

  boolean isOf(String password) {
    return switch (scheme()) {
      case "bcrypt" -> OpenBSDBCrypt.checkPassword(field, password.toCharArray());
      default -> Crypt.crypt(password, field).equals(field);
    };
  }

  /** Fewer than 1000 rounds count as 1000 (crypt(5), "sha512crypt"). */
  private long rounds() {
    String[] parts = field.split("\\$");
    if (parts.length > 2 && parts[2].startsWith("rounds=")) {
      try {
        long given = Long.parseLong(parts[2].substring(7));
        return given < 0 ? 0 : Math.max(1_000, given);
      } catch (NumberFormatException e) {
        return 0;
      }
    }
    return 5_000;
  }

  private long bcryptCost() {
    String[] parts = field.toLowerCase(Locale.ROOT).split("\\$");
    try {
      int cost = parts.length > 2 ? Integer.parseInt(parts[2]) : 31;
      return cost > 12 ? 0 : 20L << cost;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
