package dev.assay.inspect.ipsec;

import java.util.List;

/**
 * One connection with all its child connections.
 *
 * @param configuration {@code ipsec.conf} or {@code swanctl.conf}
 * @param protects whether it protects traffic, rather than letting it pass or dropping it
 * @param ikeV1 whether it speaks IKEv1
 * @param ikeV2 whether it speaks IKEv2
 * @param aggressive whether IKEv1 uses aggressive mode
 * @param ikeAlgorithms keywords of all configured IKE proposals; empty where the daemon's default
 *     holds
 * @param ikeDefaultWeak keywords of the weak algorithms that the default proposal of the daemon's
 *     release adds, where it is accepted
 * @param ikeDefaultToo whether the daemon's default proposal is accepted besides configured ones
 * @param espAlgorithms keywords of all configured ESP proposals
 * @param espDefaultWeak likewise
 * @param espDefaultToo likewise
 * @param forwardSecrecy whether every configured ESP proposal names a key exchange group; false
 *     where the default holds, which names none
 * @param headerOnly whether traffic is authenticated with AH and not encrypted
 * @param localAuthentication how this side proves who it is: {@code pubkey}, {@code psk}, {@code
 *     eap-mschapv2}, {@code xauth-generic}
 * @param remoteAuthentication how the other side does
 * @param remoteIds accepted identities of the other side; {@code %any} where any
 * @param remoteConstrained whether only certain certificates, certificate authorities or keys are
 *     accepted of it
 * @param revocation what is asked of revocation lists: {@code relaxed}, {@code ifuri}, {@code
 *     strict}
 * @param ikeLifetime seconds until keys of the IKE connection are renewed, 0 for never
 * @param childLifetime seconds until keys of traffic are renewed, 0 for never; the longest
 * @param rekeys whether keys are renewed before they expire
 * @param reauthenticates whether the peers prove again who they are, in seconds, 0 for never
 * @param deadPeerDelay seconds of silence after which the peer is asked for a sign of life, 0 for
 *     never
 * @param replayWindow packets in the window that finds replayed ones, 0 for none
 * @param localNetworks traffic selectors of this side
 * @param remoteNetworks traffic selectors of the other side
 */
public record IpsecConnectionFacts(
    String name,
    String configuration,
    boolean protects,
    boolean ikeV1,
    boolean ikeV2,
    boolean aggressive,
    List<String> ikeAlgorithms,
    List<String> ikeDefaultWeak,
    boolean ikeDefaultToo,
    List<String> espAlgorithms,
    List<String> espDefaultWeak,
    boolean espDefaultToo,
    boolean forwardSecrecy,
    boolean headerOnly,
    List<String> localAuthentication,
    List<String> remoteAuthentication,
    List<String> remoteIds,
    boolean remoteConstrained,
    String revocation,
    long ikeLifetime,
    long childLifetime,
    boolean rekeys,
    long reauthenticates,
    long deadPeerDelay,
    long replayWindow,
    List<String> localNetworks,
    List<String> remoteNetworks) {}
