package dev.assay.inspect.logging;

import java.util.List;

/**
 * rsyslog.
 *
 * @param modules that are loaded: {@code imuxsock}, {@code imudp}
 * @param inputs through which other hosts send
 * @param senders addresses they may have; empty for all
 * @param forwards hosts that get what is logged
 * @param files that are written
 * @param unrotated those that logrotate does not rotate
 * @param fileMode permission bits of new files
 * @param keepsLogins whether messages about logins (auth, authpriv) are kept or forwarded
 * @param execution whether messages start programs
 * @param stripsControl whether control characters are replaced
 * @param writableFiles files of the configuration that others than root may change
 */
public record SyslogFacts(
    List<String> modules,
    List<Input> inputs,
    List<String> senders,
    List<Forward> forwards,
    List<String> files,
    List<String> unrotated,
    int fileMode,
    boolean keepsLogins,
    boolean execution,
    boolean stripsControl,
    List<String> writableFiles) {
  /**
   * @param protocol {@code udp}, {@code tcp}, {@code relp}
   * @param address it listens on; empty for all
   * @param tls whether senders must use TLS
   * @param authenticated whether their certificates are checked
   */
  public record Input(
      String protocol, String port, String address, boolean tls, boolean authenticated) {}

  /**
   * @param tls whether TLS is used
   * @param authenticated whether the receiver's certificate is checked for its name or fingerprint
   * @param queued whether messages wait on disk while the receiver is away
   */
  public record Forward(
      String target,
      String protocol,
      String port,
      boolean tls,
      boolean authenticated,
      boolean queued) {}
}
