package dev.assay.inspect.clock;

import java.util.List;

/**
 * ptp4l of linuxptp.
 *
 * @param domain number of the PTP domain
 * @param transport {@code udpv4}, {@code udpv6}, {@code l2}
 * @param clientOnly whether it never becomes the source of time
 * @param serverOnly whether it is only that
 * @param authenticates whether messages carry and need the authentication TLV of IEEE 1588-2019
 * @param takesUnauthenticated whether messages without it are taken nevertheless
 * @param hops how many routers its packets pass
 * @param frequencyGuard whether it notices a clock that runs impossibly fast or slow
 * @param checksSource whether messages of other masters are passed over
 * @param readableKeys files of security associations that every account may read
 * @param writableFiles files of the configuration that others than root may change
 */
public record PtpClockFacts(
    long domain,
    String transport,
    boolean clientOnly,
    boolean serverOnly,
    boolean authenticates,
    boolean takesUnauthenticated,
    long hops,
    boolean frequencyGuard,
    boolean checksSource,
    List<String> readableKeys,
    List<String> writableFiles) {}
