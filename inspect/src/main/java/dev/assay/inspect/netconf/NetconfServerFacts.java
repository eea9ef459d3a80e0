package dev.assay.inspect.netconf;

import dev.assay.inspect.cellular.Listener;
import java.util.List;

/**
 * Effective settings of one NETCONF server; what is not set has the model's or the program's
 * default.
 *
 * @param software {@code netopeer2}, {@code ConfD} or {@code openssh-subsystem}
 * @param listeners sockets by what speaks there: {@code ssh}, {@code tls}, {@code tcp} (NETCONF
 *     without either), {@code ipc} (ConfD's own), {@code web}
 * @param passwordUsers users that may log in with a password
 * @param openUsers users that get in without any proof
 * @param plainPasswords users whose password stands readable in the data ({@code $0$} of
 *     ianach:crypt-hash)
 * @param ciphers algorithms of the SSH endpoints; empty where the program chooses
 * @param macs likewise
 * @param keyExchanges likewise
 * @param hostKeys likewise
 * @param tlsVersions that are switched on by name: {@code 1.2}; empty where the program chooses
 * @param clientsVerified whether every TLS endpoint asks clients for a certificate it can check;
 *     true where there is none
 * @param idleSeconds after which a session without traffic ends, 0 for never
 * @param maxSessions 0 for any number
 * @param accessControl whether NACM is on
 * @param readDefault what NACM does with reading that no rule names: {@code permit} or {@code deny}
 * @param writeDefault likewise with changes
 * @param execDefault likewise with operations
 * @param everybodyMay names of rules that permit everything to every user
 * @param ipcChecked whether programs must know a secret to use ConfD's own socket
 * @param traced whether all messages, secrets included, are written to a file
 * @param audited whether it is logged who did what
 * @param readableFiles files with passwords or private keys that every account may read
 * @param writableFiles files of the configuration that others than root may change
 */
public record NetconfServerFacts(
    String software,
    List<Listener> listeners,
    List<String> passwordUsers,
    List<String> openUsers,
    List<String> plainPasswords,
    List<String> ciphers,
    List<String> macs,
    List<String> keyExchanges,
    List<String> hostKeys,
    List<String> tlsVersions,
    boolean clientsVerified,
    long idleSeconds,
    long maxSessions,
    boolean accessControl,
    String readDefault,
    String writeDefault,
    String execDefault,
    List<String> everybodyMay,
    boolean ipcChecked,
    boolean traced,
    boolean audited,
    List<String> readableFiles,
    List<String> writableFiles) {}
