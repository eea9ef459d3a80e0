package dev.assay.inspect.sip;

import dev.assay.inspect.cellular.Listener;
import java.util.List;

/**
 * Effective settings of one Kamailio server.
 *
 * @param listeners sockets for SIP, by transport: {@code udp}, {@code tcp}, {@code tls}, {@code
 *     sctp}
 * @param tls whether SIP over TLS is on
 * @param tlsMethod versions the default server profile takes: {@code TLSv1.2+}; empty without TLS
 * @param tlsVerifiesClient whether that profile asks for certificates and checks them
 * @param authenticates whether a module that checks who registers and calls is loaded
 * @param limitsRate whether a module against floods is loaded
 * @param checksSyntax whether the module that refuses malformed messages is loaded
 * @param limitsHops whether the module that ends loops is loaded
 * @param hidesTopology whether a module that hides the network from peers is loaded
 * @param keepsRecords whether the module that accounts calls is loaded
 * @param rpcSockets sockets of the control interface
 * @param rpcByHttp whether control commands are taken over SIP's own ports by HTTP
 * @param databaseStockPassword whether a database is opened with the password of the examples
 * @param announcesSoftware whether answers tell name and version of the software
 * @param debugLogging whether it logs all details
 */
public record SipServerFacts(
    List<Listener> listeners,
    boolean tls,
    String tlsMethod,
    boolean tlsVerifiesClient,
    boolean authenticates,
    boolean limitsRate,
    boolean checksSyntax,
    boolean limitsHops,
    boolean hidesTopology,
    boolean keepsRecords,
    List<Listener> rpcSockets,
    boolean rpcByHttp,
    boolean databaseStockPassword,
    boolean announcesSoftware,
    boolean debugLogging) {}
