package dev.assay.inspect.ipsec;

import java.util.List;

/**
 * The IKE daemon with its secrets.
 *
 * @param plugins names of plugins that are asked to load
 * @param aggressivePsk whether it answers aggressive mode with a shared key, the hash of which
 *     everybody may then try offline
 * @param unencryptedMainMode whether it takes IKEv1 messages that should be encrypted and are not
 * @param dosProtection whether cookies and limits for half-open connections are on
 * @param sendsVendorId whether it tells strangers that it is strongSwan
 * @param privateAlgorithms whether it accepts algorithms of the private range of numbers
 * @param signatureConstraints whether the configured signature schemes bind the peer's IKEv2
 *     signature as well
 * @param criticalEnforced whether certificates with unknown critical extensions are refused
 * @param tlsMinimum lowest TLS version for EAP-TLS: {@code 1.2}
 * @param managementSockets sockets over which it can be controlled: {@code
 *     unix:///var/run/charon.vici}
 * @param remoteManagement those that other hosts can reach
 * @param logLevel the highest level of detail in its logs, −1 to 4; from 4 on secrets are logged
 * @param secrets shared keys and passwords
 * @param readableSecrets files with secrets that every account may read
 * @param readableKeys private keys that every account may read
 * @param writableFiles files of its configuration that others than root may change
 */
public record IpsecDaemonFacts(
    List<String> plugins,
    boolean aggressivePsk,
    boolean unencryptedMainMode,
    boolean dosProtection,
    boolean sendsVendorId,
    boolean privateAlgorithms,
    boolean signatureConstraints,
    boolean criticalEnforced,
    String tlsMinimum,
    List<String> managementSockets,
    List<String> remoteManagement,
    long logLevel,
    List<Secret> secrets,
    List<String> readableSecrets,
    List<String> readableKeys,
    List<String> writableFiles) {
  /**
   * One secret.
   *
   * @param type {@code psk}, {@code eap}, {@code xauth}, {@code ntlm}, {@code passphrase}, {@code
   *     ppk}
   * @param peers identities it is for; empty or {@code %any} for all
   * @param anyPeer whether it is for all peers
   * @param bits at most this much has to be tried, in bits, as its length and characters tell
   * @param wellKnown whether it is a word of manuals or default lists
   */
  public record Secret(
      String type, List<String> peers, boolean anyPeer, int bits, boolean wellKnown) {}
}
