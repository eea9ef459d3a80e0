package dev.assay.inspect.mobilecore;

import dev.assay.inspect.cellular.Listener;
import java.util.List;

/**
 * Effective settings of one function of a mobile core.
 *
 * @param software {@code Open5GS} or {@code srsEPC}
 * @param role {@code mme}, {@code amf}, {@code smf} …
 * @param ciphering algorithms in order of preference, {@code EEA2} or {@code NEA2}; empty where the
 *     function chooses none
 * @param integrity algorithms in order of preference, {@code EIA2} or {@code NIA2}
 * @param listeners sockets of its interfaces: {@code s1ap}, {@code ngap}, {@code gtpc}, {@code
 *     gtpu}, {@code pfcp}, {@code sbi}, {@code metrics}
 * @param serviceBased whether it has an interface of the 5G service-based architecture
 * @param serviceTls whether that interface is HTTPS
 * @param serviceVerifiesClient whether that interface asks clients for a certificate
 * @param clientTls whether it calls other functions by HTTPS
 * @param database whether it uses a database of subscribers
 * @param databaseRemote whether that is on another host
 * @param databaseLogin whether its URI has an account
 * @param databaseTls whether its URI asks for TLS
 * @param debugLogging whether it logs all details
 * @param testNetwork whether it serves a network code for tests, 001 or 999
 * @param homeKeysReadable keys that conceal subscribers' identities (SUCI) which every account
 *     reads
 * @param subscriberFileReadable whether every account reads the file of subscribers' keys
 * @param captures files into which signalling is written
 * @param checksEquipment whether stolen devices are looked up (EIR); true where that is not its
 *     task
 * @param userIntegrity what base stations are told about the integrity of user data: {@code
 *     required}, {@code preferred}, {@code not-needed}; empty where they are told nothing
 */
public record CoreFunctionFacts(
    String software,
    String role,
    List<String> ciphering,
    List<String> integrity,
    List<Listener> listeners,
    boolean serviceBased,
    boolean serviceTls,
    boolean serviceVerifiesClient,
    boolean clientTls,
    boolean database,
    boolean databaseRemote,
    boolean databaseLogin,
    boolean databaseTls,
    boolean debugLogging,
    boolean testNetwork,
    List<String> homeKeysReadable,
    boolean subscriberFileReadable,
    List<String> captures,
    boolean checksEquipment,
    String userIntegrity) {}
