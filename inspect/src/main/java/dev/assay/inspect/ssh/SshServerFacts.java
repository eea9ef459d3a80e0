package dev.assay.inspect.ssh;

import java.util.List;

/**
 * One OpenSSH server's effective settings; a missing keyword has the default of the server's
 * release. Algorithm lists are what the server offers, without certificate forms where the default
 * holds.
 *
 * @param loginGraceTime seconds, 0 for no limit
 * @param clientAliveInterval seconds, 0 for none
 * @param matchExceptions settings in {@code Match} blocks that allow more than the rest: {@code
 *     PermitRootLogin yes}
 */
public record SshServerFacts(
    String permitRootLogin,
    boolean passwordAuthentication,
    boolean kbdInteractiveAuthentication,
    boolean permitEmptyPasswords,
    boolean pubkeyAuthentication,
    boolean hostbasedAuthentication,
    boolean ignoreRhosts,
    boolean strictModes,
    boolean permitUserEnvironment,
    boolean x11Forwarding,
    boolean allowTcpForwarding,
    boolean allowAgentForwarding,
    boolean gatewayPorts,
    boolean permitTunnel,
    boolean usePam,
    boolean compressionBeforeAuthentication,
    boolean protocolOne,
    int maxAuthTries,
    int maxSessions,
    int loginGraceTime,
    int clientAliveInterval,
    int clientAliveCountMax,
    String logLevel,
    String banner,
    String authorizedKeysFile,
    String authorizedKeysCommandUser,
    List<String> ciphers,
    List<String> macs,
    List<String> kexAlgorithms,
    List<String> hostKeyAlgorithms,
    List<String> pubkeyAcceptedAlgorithms,
    List<String> listenAddresses,
    boolean usersRestricted,
    List<String> matchExceptions) {}
