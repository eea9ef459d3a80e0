package dev.assay.inspect.auth;

import java.util.List;

/**
 * PAM of a root file system.
 *
 * @param rules of all services, included files put in
 * @param services names of files in {@code pam.d}, those for inclusion left out
 * @param hash how new passwords are hashed: {@code yescrypt}, {@code sha512} …; {@code default}
 *     where pam_unix takes what login.defs says
 * @param rounds of the hash, 0 for its own number
 * @param emptyPasswords services that let accounts without password in
 * @param open services that let everybody in without asking
 * @param others whether services without a file of their own are refused
 * @param history number of old passwords that cannot be used again
 * @param rootSwitch whether su is for members of a group only
 * @param trustsHosts services that trust names of hosts (pam_rhosts)
 * @param userEnvironment whether users set the environment of their session before it is theirs
 * @param limits whether limits.conf holds in sessions of login
 * @param auditsLogin whether sessions of login are marked for the audit
 * @param failDelay whether pam_unix waits after a failed try
 * @param debugging services whose modules log details for debugging
 * @param recordsKeys whether what is typed is recorded, passwords included
 */
public record PamPolicyFacts(
    List<Rule> rules,
    List<String> services,
    String hash,
    long rounds,
    List<String> emptyPasswords,
    List<String> open,
    boolean others,
    Quality quality,
    Lockout lockout,
    long history,
    boolean rootSwitch,
    List<String> trustsHosts,
    boolean userEnvironment,
    boolean limits,
    boolean auditsLogin,
    boolean failDelay,
    List<String> debugging,
    boolean recordsKeys,
    List<String> writableFiles) {
  /**
   * One line of a stack.
   *
   * @param type {@code auth}, {@code account}, {@code password}, {@code session}
   * @param control {@code required}, {@code sufficient} …, or what stands in brackets
   * @param module file name without path and ending: {@code pam_unix}
   */
  public record Rule(
      String service, String type, String control, String module, List<String> arguments) {}

  /**
   * What new passwords must be like.
   *
   * @param checker {@code pam_pwquality}, {@code pam_cracklib}, {@code pam_passwdqc}; empty where
   *     nothing checks
   * @param length least number of characters
   * @param classes least number of kinds of characters
   * @param dictionary whether words of dictionaries are refused
   * @param userName whether the user's name in it is refused
   * @param difference characters that must not be in the old one
   * @param repeats longest run of one character, 0 for any
   * @param forRoot whether root is bound by it
   * @param enforcing whether bad passwords are refused, rather than complained about
   */
  public record Quality(
      String checker,
      long length,
      long classes,
      boolean dictionary,
      boolean userName,
      long difference,
      long repeats,
      boolean forRoot,
      boolean enforcing) {}

  /**
   * What happens after failed tries.
   *
   * @param module {@code pam_faillock}, {@code pam_tally2}, {@code pam_tally}; empty where nothing
   *     counts
   * @param tries after which the account is locked, 0 for never
   * @param unlock seconds until it is open again, 0 for never
   * @param interval seconds within which tries count
   * @param root whether root is locked, too
   */
  public record Lockout(String module, long tries, long unlock, long interval, boolean root) {}
}
