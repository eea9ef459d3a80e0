package dev.assay.inspect.accounts;

import java.util.List;

/**
 * The accounts of one root file system, in the order of {@code passwd}.
 *
 * @param shadowed whether a shadow file is there
 * @param shadowMode its permission bits
 * @param duplicateNames names given twice
 * @param duplicateIds user ids given to several names
 */
public record AccountSetFacts(
    List<Account> accounts,
    boolean shadowed,
    int shadowMode,
    List<String> duplicateNames,
    List<Integer> duplicateIds) {

  /**
   * One account.
   *
   * @param scheme how its password is hashed: {@code none} (empty), {@code locked}, {@code des},
   *     {@code md5}, {@code sha256}, {@code sha512}, {@code bcrypt}, {@code yescrypt}, {@code
   *     scrypt}, {@code plain-or-unknown}
   * @param knownPassword whether its password is a well-known default, proven by computing the hash
   * @param interactive whether its shell lets people in
   * @param inPasswd whether the hash stands in {@code passwd}, which everyone may read
   * @param maxAge days after which the password must be changed; −1 where there is no limit
   * @param mustChange whether the next login ends in a new password (shadow(5): day of the last
   *     change is 0)
   */
  public record Account(
      String name,
      int uid,
      int gid,
      String home,
      String shell,
      String scheme,
      boolean knownPassword,
      boolean interactive,
      boolean inPasswd,
      int maxAge,
      boolean mustChange) {}
}
