package dev.assay.inspect.dropbear;

import java.util.List;

/**
 * One Dropbear server's effective settings; an option that is not given has the server's default.
 *
 * @param manager what starts it: {@code systemd}, {@code init-script}, {@code openwrt}, {@code
 *     initramfs}, {@code inetd} …; empty where nothing does
 * @param enabled whether it starts by itself or on connection, and its program is in the product
 * @param version from the banner in its program; empty where that shows none
 * @param rootLogin whether root may log in at all
 * @param passwordLogin whether any account may log in with a password
 * @param rootPasswordLogin whether root may log in with nothing but a password
 * @param blankPasswords whether an empty password is taken as one
 * @param passwordAndKey whether a login needs both a key and a password
 * @param localForwarding whether users may open connections from the device ({@code ssh -L})
 * @param remoteForwarding whether users may open ports on the device ({@code ssh -R})
 * @param gatewayPorts whether such ports take connections from other hosts
 * @param idleTimeout seconds without traffic before a session ends; 0 for never
 * @param keepAlive seconds between probes of the client; 0 for none
 * @param maxAuthTries attempts to log in within one connection
 * @param listens {@code address:port}, or the port alone where it takes any address
 * @param listensEverywhere whether some port is open on all addresses
 * @param banner path of the text shown before login; empty for none
 * @param bannerPresent whether that file is in the product
 * @param forcedCommand command that every session runs; empty where users choose
 * @param passesEnvironment whether sessions inherit the variables of the server
 * @param makesHostKeys whether it makes its host keys by itself ({@code -R})
 * @param announced whether it is announced by multicast DNS
 * @param hostKeysShipped keys of the server that lie in the product, so that all units share them
 */
public record DropbearFacts(
    String manager,
    boolean enabled,
    String version,
    boolean rootLogin,
    boolean passwordLogin,
    boolean rootPasswordLogin,
    boolean blankPasswords,
    boolean passwordAndKey,
    boolean localForwarding,
    boolean remoteForwarding,
    boolean gatewayPorts,
    int idleTimeout,
    int keepAlive,
    int maxAuthTries,
    List<String> listens,
    boolean listensEverywhere,
    String banner,
    boolean bannerPresent,
    String forcedCommand,
    boolean passesEnvironment,
    boolean makesHostKeys,
    boolean announced,
    List<HostKey> hostKeysShipped) {

  /**
   * A host key in the product.
   *
   * @param algorithm {@code RSA}, {@code DSA}, {@code EC}, {@code Ed25519}; from the name of the
   *     file where its content does not tell
   * @param bits 0 where not known
   */
  public record HostKey(String path, String algorithm, int bits) {}
}
