package dev.assay.inspect.snmp;

import java.util.List;

/**
 * One SNMP agent's effective settings; a missing directive has the agent's default.
 *
 * @param implementation {@code net-snmp} or {@code mini-snmpd}
 * @param manager what starts it, as for services; empty where nothing does
 * @param enabled whether it starts by itself, and its program is in the product
 * @param reachable whether it listens on more than the loopback address and local sockets
 * @param listens addresses as configured: {@code udp:161}, {@code 127.0.0.1}
 * @param listensEverywhere whether some port is open on all addresses
 * @param streams whether it takes requests over TCP without TLS
 * @param accessControl false where {@code disableAuthorization} lets everybody do everything
 * @param communities SNMPv1 and v2c community strings that give access to something
 * @param users SNMPv3 users that exist or are granted something
 * @param extensions programs and modules it runs or loads to answer requests
 * @param traps where it sends notifications
 * @param proxies requests it passes on to other agents
 * @param subagents sockets on which it takes subagents (AgentX) from other hosts
 * @param smux whether it takes SMUX peers, the predecessor of AgentX
 * @param user account it runs as after start; {@code root} where none is given
 * @param configurationReadable files with secrets in them that every account may read
 * @param configurationWritable files of its configuration that every account may write
 */
public record SnmpAgentFacts(
    String implementation,
    String manager,
    boolean enabled,
    boolean reachable,
    List<String> listens,
    boolean listensEverywhere,
    boolean streams,
    boolean accessControl,
    List<Community> communities,
    List<User> users,
    List<Extension> extensions,
    List<Trap> traps,
    List<Proxy> proxies,
    List<String> subagents,
    boolean smux,
    String user,
    List<String> configurationReadable,
    List<String> configurationWritable) {

  /**
   * A community string.
   *
   * @param sha256 hex digest of the string
   * @param length in characters
   * @param mask its beginning where it is long, and its length
   * @param wellKnown whether it is in lists of defaults that everybody tries first
   * @param writable whether it may change something
   * @param limited whether only some source addresses may use it
   * @param local whether only the device itself may use it
   * @param source as configured; {@code default} for any
   * @param wholeTree whether it reads the whole tree
   */
  public record Community(
      String sha256,
      int length,
      String mask,
      boolean wellKnown,
      boolean writable,
      boolean limited,
      boolean local,
      String source,
      boolean wholeTree) {}

  /**
   * A user of the User-based Security Model (RFC 3414).
   *
   * @param authentication {@code MD5}, {@code SHA}, {@code SHA-256} …; {@code none}; empty where
   *     the product does not say
   * @param privacy {@code DES}, {@code AES} …; {@code none}; empty where the product does not say
   * @param level least protection with which it gets access: {@code noauth}, {@code auth}, {@code
   *     priv}; empty where it is granted nothing
   * @param writable whether it may change something
   * @param wholeTree whether it reads the whole tree
   * @param secretShipped {@code passphrase}, {@code key} or empty: what of it lies in the product
   * @param passphraseLength in characters; 0 where there is none
   * @param passphraseWellKnown whether the passphrase is its name or in lists of defaults
   */
  public record User(
      String name,
      String authentication,
      String privacy,
      String level,
      boolean writable,
      boolean wholeTree,
      String secretShipped,
      int passphraseLength,
      boolean passphraseWellKnown) {}

  /**
   * Something the agent runs or loads.
   *
   * @param type the directive: {@code exec}, {@code extend}, {@code pass}, {@code perl} …
   * @param program path of the program or module; empty for a command of the shell
   * @param shell whether a shell reads the command
   * @param present whether the program is in the product
   * @param changeable whether every account may write the program
   */
  public record Extension(
      String type, String program, boolean shell, boolean present, boolean changeable) {}

  /**
   * A receiver of notifications.
   *
   * @param version {@code 1}, {@code 2c} or {@code 3}
   * @param acknowledged whether it sends informs
   */
  public record Trap(String host, String version, boolean acknowledged) {}

  /**
   * A proxy directive.
   *
   * @param version {@code 1}, {@code 2c} or {@code 3}
   */
  public record Proxy(String host, String version) {}
}
