package dev.assay.inspect.osmocom;

import dev.assay.inspect.cellular.Listener;
import java.util.List;

/**
 * Effective settings of one Osmocom network element; a command that is not given has the program's
 * default.
 *
 * @param daemon {@code bts}, {@code bsc}, {@code msc}, {@code hlr}, {@code sgsn}, {@code ggsn},
 *     {@code mgw}, {@code stp} …, from the name of the file
 * @param vtyAddress where its command line listens for telnet
 * @param vtyReachable whether other hosts reach that
 * @param login whether the command line asks for a password
 * @param password whether one is set
 * @param enablePassword whether one more is needed to change anything
 * @param passwordGuessable whether one of them is short or known to everybody; false where they are
 *     hashed
 * @param passwordsHashed whether they stand hashed in the file
 * @param readableByAll whether every account of the device reads the file
 * @param controlAddress where its control interface listens
 * @param controlReachable whether other hosts reach that
 * @param a5 numbers of the GSM ciphers A5/n that it allows; empty where it chooses none
 * @param uea numbers of the UMTS ciphers UEAn
 * @param gea numbers of the GPRS ciphers GEAn
 * @param authenticationRequired whether subscribers are always authenticated; true where that is
 *     not its task
 * @param authPolicy who is let in: {@code closed}, {@code accept-all}, {@code remote} …; empty
 *     where that is not its task
 * @param createsSubscribers whether it makes an entry for whoever attaches, with services
 * @param assignsTmsi whether subscribers get a temporary identity; true where that is not its task
 * @param checksImei whether the device's identity is asked for; true where that is not its task
 * @param dynamicPeers whether signalling links of unknown hosts are taken
 * @param dynamicRoutes whether peers may register routes by themselves
 * @param listeners sockets for signalling and user data
 * @param gsmtapHosts hosts to which copies of frames or logs are sent
 * @param gsmtapChannels channels whose frames are copied
 * @param logsKept whether a log goes to a file, to syslog or to the journal
 * @param debugLogging whether some category logs all details
 * @param testNetwork whether it announces the country code for tests, 001
 */
public record OsmocomFacts(
    String daemon,
    String vtyAddress,
    boolean vtyReachable,
    boolean login,
    boolean password,
    boolean enablePassword,
    boolean passwordGuessable,
    boolean passwordsHashed,
    boolean readableByAll,
    String controlAddress,
    boolean controlReachable,
    List<Integer> a5,
    List<Integer> uea,
    List<Integer> gea,
    boolean authenticationRequired,
    String authPolicy,
    boolean createsSubscribers,
    boolean assignsTmsi,
    boolean checksImei,
    boolean dynamicPeers,
    boolean dynamicRoutes,
    List<Listener> listeners,
    List<String> gsmtapHosts,
    List<String> gsmtapChannels,
    boolean logsKept,
    boolean debugLogging,
    boolean testNetwork) {}
