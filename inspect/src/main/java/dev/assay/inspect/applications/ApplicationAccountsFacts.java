package dev.assay.inspect.applications;

import java.util.List;

/**
 * The accounts of one file that an application reads.
 *
 * @param format whose file it is: {@code JAAS}, {@code WildFly}, {@code Tomcat}, {@code JMX}
 * @param accounts in order of the file
 * @param readableByAll whether every account of the device may read the file
 */
public record ApplicationAccountsFacts(
    String format, List<Account> accounts, boolean readableByAll) {

  /**
   * @param scheme how the password is kept: {@code plain}, {@code md5}, {@code sha1}, {@code
   *     sha256}, {@code sha512}, {@code hashed}, {@code encrypted}
   * @param knownPassword whether a plain password is the account's name or on the list of passwords
   *     that devices ship with
   */
  public record Account(String name, String scheme, boolean knownPassword) {}
}
