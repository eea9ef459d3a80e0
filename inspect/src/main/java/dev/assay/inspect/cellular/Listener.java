package dev.assay.inspect.cellular;

import java.util.Locale;

/**
 * A socket that software opens for others.
 *
 * @param name what speaks there: {@code s1ap}, {@code gsup}, {@code metrics}
 * @param address as configured; {@code *} for all addresses
 * @param port 0 where the protocol's own is meant
 * @param local whether only the device itself reaches it
 * @param everywhere whether it is open on all addresses
 */
public record Listener(String name, String address, int port, boolean local, boolean everywhere) {
  private static final int LONGEST = 100;

  /** A listener on an address or a host's name. */
  public static Listener of(String name, String address, int port) {
    String cut = address.length() <= LONGEST ? address : address.substring(0, LONGEST);
    return new Listener(name, cut, port, isLocal(cut), isEverywhere(cut));
  }

  /** Whether only the device itself reaches an address. */
  public static boolean isLocal(String address) {
    String plain = plain(address);
    return plain.equals("localhost") || plain.equals("::1") || plain.matches("127(\\.\\d{1,3}){3}");
  }

  private static boolean isEverywhere(String address) {
    String plain = plain(address);
    return plain.equals("*")
        || plain.isEmpty()
        || plain.equals("0.0.0.0")
        || plain.equals("any")
        || plain.matches("(0*:){1,7}:?0*");
  }

  private static String plain(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("[") && lower.endsWith("]")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }
}
