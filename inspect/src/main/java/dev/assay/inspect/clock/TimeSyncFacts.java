package dev.assay.inspect.clock;

import java.util.List;

/**
 * One daemon that sets the clock by NTP.
 *
 * @param daemon {@code chrony}, {@code ntpd} or {@code timesyncd}
 * @param sources where time comes from
 * @param authenticatedOnly whether sources without a key or NTS are kept out of the decision
 * @param servesEverybody whether strangers get time from it
 * @param ratesLimited whether those that ask too often are turned away
 * @param openQueries whether strangers may ask for its state
 * @param openChanges whether strangers may ask it to change its configuration
 * @param openPeers whether strangers may make themselves its peers
 * @param remoteControl whether its control port can be reached from other hosts
 * @param monitorList whether it answers the old request that names all its clients
 * @param takesBroadcasts whether it follows senders of broadcasts
 * @param authenticationOff whether broadcasts and peers need no key
 * @param stepsAnytime whether it jumps by any distance at any time
 * @param checksCertificates whether NTS checks that certificates are valid now and of a known
 *     authority
 * @param localClock whether it gives its own clock out as true when all sources are gone
 * @param keys symmetric keys
 * @param readableKeys key files that every account may read
 * @param writableFiles files of the configuration that others than root may change
 */
public record TimeSyncFacts(
    String daemon,
    List<Source> sources,
    boolean authenticatedOnly,
    boolean servesEverybody,
    boolean ratesLimited,
    boolean openQueries,
    boolean openChanges,
    boolean openPeers,
    boolean remoteControl,
    boolean monitorList,
    boolean takesBroadcasts,
    boolean authenticationOff,
    boolean stepsAnytime,
    boolean checksCertificates,
    boolean localClock,
    List<Key> keys,
    List<String> readableKeys,
    List<String> writableFiles) {
  /**
   * A source of time.
   *
   * @param kind {@code server}, {@code pool} or {@code peer}
   * @param authenticated by NTS or a symmetric key
   */
  public record Source(String name, String kind, boolean authenticated) {}

  /**
   * A symmetric key.
   *
   * @param type {@code MD5}, {@code SHA1}, {@code SHA256}, {@code AES128} …
   * @param bits of the key, as long as it is written
   */
  public record Key(String id, String type, int bits) {}
}
