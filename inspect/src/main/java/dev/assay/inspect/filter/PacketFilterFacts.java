package dev.assay.inspect.filter;

import java.util.List;
import java.util.Map;

/**
 * The packet filter of a root file system.
 *
 * @param source {@code nftables}, {@code iptables} or {@code ufw}
 * @param loaded whether the rules are loaded at start
 * @param policies what happens to a packet that no rule decides: {@code accept} or {@code drop} by
 *     {@code input-ip4}, {@code input-ip6}, {@code forward-ip4}, {@code forward-ip6}, {@code
 *     output-ip4}, {@code output-ip6}; {@code accept} where there is no chain
 * @param rules in the order in which packets meet them
 * @param open what packets to the device itself may enter
 * @param sourceChecked addresses families whose packets are dropped when their sender cannot be
 *     reached through the interface they came by: {@code ip4}, {@code ip6}
 * @param writableFiles rule files that others than root may change
 */
public record PacketFilterFacts(
    String source,
    boolean loaded,
    Map<String, String> policies,
    List<Rule> rules,
    List<Open> open,
    List<String> sourceChecked,
    List<String> writableFiles) {
  /**
   * One rule.
   *
   * @param hook {@code input}, {@code forward}, {@code output}, {@code prerouting} …
   * @param family {@code ip4}, {@code ip6} or {@code both}
   * @param verdict {@code accept}, {@code drop}, {@code reject}, {@code log} or {@code none}
   * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6} …; empty for all
   * @param ports destination ports and ranges; empty for all
   * @param sourcePorts likewise
   * @param sources addresses of senders; empty for all
   * @param interfaces it came by; empty for all
   * @param states of the connection: {@code new}, {@code established}, {@code related}, {@code
   *     invalid}; empty for all
   * @param icmpTypes empty for all
   * @param conditional whether it looks at anything else
   * @param limited whether it holds for so many packets a time
   * @param logs whether it writes to the log
   */
  public record Rule(
      String hook,
      String family,
      String verdict,
      String protocol,
      List<String> ports,
      List<String> sourcePorts,
      List<String> sources,
      List<String> interfaces,
      List<String> states,
      List<String> icmpTypes,
      boolean conditional,
      boolean limited,
      boolean logs) {}

  /**
   * A range of ports of the device that new connections may enter.
   *
   * @param protocol empty for all
   * @param restricted whether senders or interfaces are, or another condition holds
   */
  public record Open(
      String family, String protocol, int first, int last, boolean restricted, boolean limited) {}
}
