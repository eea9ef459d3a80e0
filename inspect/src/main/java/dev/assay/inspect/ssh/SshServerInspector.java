package dev.assay.inspect.ssh;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.Set;

/** One component for each {@code etc/ssh/sshd_config}. */
public final class SshServerInspector implements Inspector {
  public static final Kind<SshServerFacts> KIND =
      Kind.of("ssh-server", SshServerFacts.class, "OpenSSH server");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return ConfiguredProgram.reads(
        List.of("etc/ssh/sshd_config", "etc/ssh/sshd_config.d/*", "etc/ssh/*.conf"));
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file("etc/ssh/sshd_config").ifPresent(file -> describe(root, file, findings));
  }

  private static void describe(Root root, SourceFile file, Findings findings) {
    Draft draft =
        findings
            .component(KIND, file.path(), "OpenSSH server")
            .signs(
                RiskSigns.UNKNOWN
                    .withExposure(RiskSigns.Exposure.LISTENS, "takes logins from the network")
                    .withSurface(file.bytes().length, 1, "its configuration")
                    .withMemoryUnsafe(true, "OpenSSH is written in C")
                    .withParsesInput(true, "parses the SSH protocol before authentication")
                    .withPrivilege(RiskSigns.Privilege.FULL, "runs as root and starts shells")
                    .withLinks(Set.of(), Set.of("path:/usr/sbin/sshd"), Set.of()));
    SshdDefaults defaults = SshdDefaults.of(root);
    SshdValues values = new SshdValues(SshdConfig.read(root, file), defaults, draft, file);
    draft.facts(
        new SshServerFacts(
            values.rootLogin(),
            values.yes("passwordAuthentication", true),
            values.yes("kbdInteractiveAuthentication", true),
            values.yes("permitEmptyPasswords", false),
            values.yes("pubkeyAuthentication", true),
            values.yes("hostbasedAuthentication", false),
            values.yes("ignoreRhosts", true),
            values.yes("strictModes", true),
            values.yes("permitUserEnvironment", false),
            values.yes("x11Forwarding", false),
            values.yes("allowTcpForwarding", true),
            values.yes("allowAgentForwarding", true),
            values.yes("gatewayPorts", false),
            values.yes("permitTunnel", false),
            values.yes("usePam", false),
            values.compressesEarly(),
            values.protocolOne(),
            values.number("maxAuthTries", 6),
            values.number("maxSessions", 10),
            values.seconds("loginGraceTime", 120),
            values.seconds("clientAliveInterval", 0),
            values.number("clientAliveCountMax", 3),
            values.word("logLevel", "info"),
            values.text("banner", "none"),
            values.text("authorizedKeysFile", ".ssh/authorized_keys .ssh/authorized_keys2"),
            values.text("authorizedKeysCommandUser", ""),
            values.algorithms("ciphers"),
            values.algorithms("macs"),
            values.algorithms("kexAlgorithms"),
            values.algorithms("hostKeyAlgorithms"),
            values.algorithms("pubkeyAcceptedAlgorithms"),
            values.all("listenAddress", "listenAddresses"),
            values.any(
                List.of("allowusers", "allowgroups", "denyusers", "denygroups"), "usersRestricted"),
            values.exceptions()));
  }
}
