package dev.assay.inspect.diameter;

import dev.assay.inspect.cellular.Listener;
import java.util.List;

/**
 * Effective settings of one freeDiameter node.
 *
 * @param identity its name among Diameter nodes
 * @param listeners sockets: {@code plain} starts in clear text, {@code tls} with a handshake
 * @param certificate whether it has a certificate of its own
 * @param authority whether it knows whose certificates to believe
 * @param revocation whether it knows a list of revoked certificates
 * @param keyReadable whether every account reads its private key
 * @param priority GnuTLS priority string
 * @param weakPriority whether that string asks for what TLS 1.2 left behind
 * @param dhBits size of the Diffie–Hellman parameters that it makes; 0 where a file holds them
 * @param relays whether it passes on messages that are for others
 * @param oldTlsMethod whether it starts TLS after the capabilities exchange (RFC 3588)
 * @param screensPeers whether an extension decides which unknown peers may connect
 * @param dumpsMessages whether an extension writes every message to the log
 * @param peers those it connects to
 */
public record DiameterNodeFacts(
    String identity,
    List<Listener> listeners,
    boolean certificate,
    boolean authority,
    boolean revocation,
    boolean keyReadable,
    String priority,
    boolean weakPriority,
    int dhBits,
    boolean relays,
    boolean oldTlsMethod,
    boolean screensPeers,
    boolean dumpsMessages,
    List<Peer> peers) {

  /**
   * A peer of the configuration.
   *
   * @param tls whether the connection is protected
   * @param local whether it is on the same host
   */
  public record Peer(String name, boolean tls, boolean local) {}
}
