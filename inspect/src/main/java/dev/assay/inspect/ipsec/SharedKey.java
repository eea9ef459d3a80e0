package dev.assay.inspect.ipsec;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** How hard a shared key is to guess, judged by its characters alone. */
final class SharedKey {
  /** Keys of manuals, examples and default lists. */
  private static final Set<String> WELL_KNOWN =
      Set.of(
          ("secret geheim password passw0rd passwd changeme change_me changeit test test123 testing"
                  + " vpn vpnpsk vpnkey ipsec ike psk presharedkey pre-shared-key preshared key"
                  + " mykey mysecret mysecretkey sharedsecret sharedkey shared cisco cisco123"
                  + " strongswan openswan libreswan default admin root key123 123456 12345678"
                  + " 1234567890 qwerty abc123 letmein secretkey secret123 password123 example"
                  + " yourpsk your_psk your-psk thisisasecret supersecret topsecret none empty")
              .split(" "));

  private SharedKey() {}

  static boolean wellKnown(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return WELL_KNOWN.contains(lower)
        || WELL_KNOWN.contains(lower.replaceFirst("[0-9]{1,4}[!.]?$", ""));
  }

  /**
   * The most that has to be tried, in bits. {@code 0x} goes before hexadecimal digits, {@code 0s}
   * before Base64 (ipsec.secrets(5)).
   */
  static int bits(String key) {
    if (key.startsWith("0x")) {
      return (key.length() - 2) * 4;
    }
    if (key.startsWith("0s")) {
      try {
        return Base64.getMimeDecoder().decode(key.substring(2)).length * 8;
      } catch (IllegalArgumentException e) {
        return (key.length() - 2) * 6;
      }
    }
    return (int) (Math.min(key.length(), distinct(key) * 4L) * perCharacter(key));
  }

  private static long distinct(String key) {
    return key.chars().distinct().count();
  }

  /** Binary logarithm of how many characters are in use. */
  private static double perCharacter(String key) {
    if (key.matches("[0-9]*")) {
      return 3.32;
    }
    if (key.matches("[0-9a-f]*|[0-9A-F]*")) {
      return 4;
    }
    if (key.matches("[a-z]*|[A-Z]*")) {
      return 4.7;
    }
    return key.matches("[0-9A-Za-z]*") ? 5.95 : 6.5;
  }
}
