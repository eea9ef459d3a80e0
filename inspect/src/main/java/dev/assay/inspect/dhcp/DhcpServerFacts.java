package dev.assay.inspect.dhcp;

import java.util.List;

/**
 * One DHCP server.
 *
 * @param daemon {@code ISC dhcpd}, {@code Kea} or {@code udhcpd}
 * @param everywhere whether it answers on all interfaces
 * @param unknownClients whether hosts that nobody named get an address
 * @param pingCheck whether an address is tried before it is given away; true where the daemon
 *     cannot be told
 * @param updatesNames whether names that clients choose are entered into the name server
 * @param updatesSigned whether these updates carry a key
 * @param controlOpen whether commands are taken from other hosts (OMAPI, Kea's control agent)
 * @param controlAuthenticated whether whoever gives commands must prove who he is
 * @param controlTls whether commands of other hosts travel encrypted
 * @param hooks programs and libraries that run for clients: {@code /usr/lib/kea/hooks/…so}
 * @param databasePassword whether the password of a data base stands in the file
 * @param longestLease seconds; 0 for ever
 * @param debugging whether all details are logged
 * @param readableFiles files with passwords or keys that every account may read
 * @param writableFiles files of the configuration that others than root may change
 */
public record DhcpServerFacts(
    String daemon,
    boolean everywhere,
    boolean unknownClients,
    boolean pingCheck,
    boolean updatesNames,
    boolean updatesSigned,
    boolean controlOpen,
    boolean controlAuthenticated,
    boolean controlTls,
    List<String> hooks,
    boolean databasePassword,
    long longestLease,
    boolean debugging,
    List<String> readableFiles,
    List<String> writableFiles) {}
