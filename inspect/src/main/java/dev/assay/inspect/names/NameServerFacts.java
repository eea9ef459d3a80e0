package dev.assay.inspect.names;

import java.util.List;

/**
 * A name server.
 *
 * @param daemon {@code dnsmasq}, {@code unbound} or {@code bind}
 * @param listensEverywhere whether it listens on all addresses
 * @param answersEverybody whether it looks names up for strangers
 * @param validates whether answers are checked with DNSSEC
 * @param dropsPrivate whether answers from outside that name private addresses are dropped
 * @param hidesVersion whether it keeps its version to itself
 * @param transfersOpen whether everybody may copy whole zones
 * @param updatesOpen whether everybody may change zones
 * @param remoteControl whether its control port can be reached from other hosts
 * @param tftp whether it serves files by TFTP
 * @param tftpConfined whether only files of its own account are served so
 * @param scripts whether it runs a program for each lease
 * @param writableFiles files of its configuration that others than root may change
 */
public record NameServerFacts(
    String daemon,
    boolean listensEverywhere,
    boolean answersEverybody,
    boolean validates,
    boolean dropsPrivate,
    boolean hidesVersion,
    boolean transfersOpen,
    boolean updatesOpen,
    boolean remoteControl,
    boolean tftp,
    boolean tftpConfined,
    boolean scripts,
    List<String> writableFiles) {}
