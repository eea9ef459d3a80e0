package dev.assay.inspect.auth;

import java.util.List;

/**
 * {@code login.defs} with what else bounds logins and sessions.
 *
 * @param maxDays days after which new accounts must change their password, −1 or 99999 for never
 * @param minDays days before they may change it again
 * @param warnDays days of warning
 * @param inactiveDays days after which an account with an expired password is closed, −1 for never
 * @param hash how shadow's own tools hash passwords: {@code sha512}, {@code yescrypt}, {@code des}
 * @param rounds least number of rounds for SHA, 0 where the library decides
 * @param umask of new sessions and home directories
 * @param homeMode permission bits of new home directories
 * @param retries tries that login(1) gives
 * @param timeout seconds for one
 * @param logsUnknown whether names that do not exist are logged, as which passwords are typed now
 *     and then
 * @param logsSuccess whether good logins are logged
 * @param logsSwitch whether changes of user with su are logged
 * @param logsFailures whether failed logins are recorded
 * @param homeless whether people without home directory get in at {@code /}
 * @param coreDumps whether programs of sessions may leave core dumps
 * @param manyLogins whether the number of logins of one user is without limit
 * @param manyProcesses whether the number of processes of one user is without limit
 * @param idleSeconds after which shells end by themselves, 0 for never
 * @param profileUmask umask that {@code profile} or {@code bash.bashrc} sets, −1 for none
 * @param rootTerminals whether {@code securetty} names terminals that are no console: {@code pts}
 * @param banner whether a notice is shown before login
 * @param writableFiles those of these files that others than root may change
 */
public record LoginPolicyFacts(
    long maxDays,
    long minDays,
    long warnDays,
    long inactiveDays,
    String hash,
    long rounds,
    int umask,
    int homeMode,
    long retries,
    long timeout,
    boolean logsUnknown,
    boolean logsSuccess,
    boolean logsSwitch,
    boolean logsFailures,
    boolean homeless,
    boolean coreDumps,
    boolean manyLogins,
    boolean manyProcesses,
    long idleSeconds,
    int profileUmask,
    List<String> rootTerminals,
    boolean banner,
    List<String> writableFiles) {}
