package dev.assay.inspect.update;

import java.util.List;

/**
 * One way in which the product takes updates.
 *
 * @param tool {@code rauc}, {@code swupdate}, {@code mender}, {@code ostree}, {@code apt}, {@code
 *     opkg}
 * @param signed whether nothing is installed without a valid signature
 * @param keys files that signatures are checked with
 * @param missingKeys those of them that are not in the product
 * @param sources where updates come from
 * @param checksServer whether certificates of servers are checked
 * @param refusesOlder whether older versions are refused
 * @param refusesForeign whether updates for other devices are refused
 * @param wholeBundles whether updates may be of a format whose content is checked before, not while
 *     it is read
 * @param checksPurpose whether the certificate must be one for signing code
 * @param checksRevocation whether revocation lists are checked
 * @param webPort port at which updates can be uploaded, 0 for none
 * @param webAuthenticated whether that asks for a password
 * @param demonstration whether it is set up for the maker's demonstration server
 * @param readableSecrets files with tokens or keys that every account may read
 * @param writableFiles files of the configuration that others than root may change
 */
public record UpdateClientFacts(
    String tool,
    boolean signed,
    List<String> keys,
    List<String> missingKeys,
    List<Source> sources,
    boolean checksServer,
    boolean refusesOlder,
    boolean refusesForeign,
    boolean wholeBundles,
    boolean checksPurpose,
    boolean checksRevocation,
    long webPort,
    boolean webAuthenticated,
    boolean demonstration,
    List<String> readableSecrets,
    List<String> writableFiles) {
  /**
   * @param encrypted whether the way there is
   * @param signed whether what comes from there must be
   */
  public record Source(String url, boolean encrypted, boolean signed) {}
}
