package dev.assay.inspect.snmp;

import dev.assay.model.RiskSigns;
import java.util.Set;

/** What makes an agent a risk. */
final class AgentSigns {
  private AgentSigns() {}

  static RiskSigns of(
      AgentStart start, boolean enabled, boolean reachable, int directives, String user) {
    boolean root = user.equals("root");
    String program = start.program().startsWith("/") ? start.program() : "/usr/sbin/snmpd";
    return RiskSigns.UNKNOWN
        .withExposure(
            enabled && reachable ? RiskSigns.Exposure.LISTENS : RiskSigns.Exposure.NONE,
            enabled
                ? reachable ? "answers requests from the network" : "listens on the device only"
                : "nothing starts it")
        .withSurface(directives, 1, "its configuration")
        .withMemoryUnsafe(true, "the agent is written in C")
        .withParsesInput(true, "parses ASN.1 of anybody before it knows the sender")
        .withPrivilege(
            root ? RiskSigns.Privilege.FULL : RiskSigns.Privilege.SERVICE, "runs as " + user)
        .withLinks(Set.of(), Set.of("path:" + program), Set.of());
  }
}
