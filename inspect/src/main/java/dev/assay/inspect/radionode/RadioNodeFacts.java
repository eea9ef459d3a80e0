package dev.assay.inspect.radionode;

import dev.assay.inspect.cellular.Listener;
import java.util.List;

/**
 * Effective settings of one software base station.
 *
 * @param software {@code srsRAN 4G} or {@code OpenAirInterface}
 * @param generation {@code 4G} or {@code 5G}
 * @param ciphering algorithms in order of preference: {@code EEA2}, {@code NEA0}
 * @param integrity algorithms in order of preference: {@code EIA2}, {@code NIA0}
 * @param userCiphering whether user data is ciphered at all
 * @param userIntegrity whether user data is integrity protected; LTE has none before release 17
 * @param coreAddress where the MME or AMF is
 * @param listeners sockets towards the core and neighbours
 * @param captures files into which traffic is written: {@code mac /tmp/enb.pcap}
 * @param debugLogging whether some layer logs all details
 * @param payloadLogged bytes of each message that the log shows; 0 for none
 * @param logFile where it logs, empty for nowhere or not known
 * @param simulatedRadio whether the radio is replaced by a socket
 * @param testNetwork whether it announces the country code for tests, 001
 */
public record RadioNodeFacts(
    String software,
    String generation,
    List<String> ciphering,
    List<String> integrity,
    boolean userCiphering,
    boolean userIntegrity,
    String coreAddress,
    List<Listener> listeners,
    List<String> captures,
    boolean debugLogging,
    int payloadLogged,
    String logFile,
    boolean simulatedRadio,
    boolean testNetwork) {}
