package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What packets in captures say is told. */
class CapturePairsTest {
  private static final String ETHERNET = "020000000001" + "020000000002" + "0800";
  private static final String ENDS = "0a000001" + "0a000002";

  @Test
  void timesAreToldAsTimes() {
    assertThat(changes(ForgedMedia.capture(0, "x"), ForgedMedia.capture(86_400, "x")))
        .contains(
            Aspect.change(
                "capture packet 1 time",
                "1970-01-01T00:00:00.000005Z",
                "1970-01-02T00:00:00.000005Z"));
  }

  @Test
  void segmentsOfTcpAreToldByFlagsAndNumbers() {
    assertThat(changes(tcp("02", "00000001"), tcp("12", "00000001")))
        .contains(
            Aspect.change(
                "capture packet 1 says",
                "SYN, sequence 1, acknowledgement 7, window 512, 4 bytes",
                "SYN ACK, sequence 1, acknowledgement 7, window 512, 4 bytes"));
  }

  @Test
  void questionsOfDnsAreTold() {
    assertThat(changes(dns("03777777" + "0161" + "00" + "0001"), dns("01620000" + "1c")))
        .contains(
            Aspect.change(
                "capture packet 1 says",
                "DNS query 17, 0 answers, A www.a.",
                "DNS query 17, 0 answers, AAAA b."));
  }

  @Test
  void answersOfDnsAreToldByTheirNamesWhichMayStandInFront() {
    String name = "c00c";
    assertThat(changes(answer(name, "0001", "0a000003"), answer(name, "0001", "0a000004")))
        .contains(
            Aspect.change(
                "capture packet 1 answer 1", "A a. 10.0.0.3 for 60 s", "A a. 10.0.0.4 for 60 s"));
    assertThat(changes(answer(name, "0021", "000000050050c00c"), answer(name, "000c", "0162c00c")))
        .contains(
            Aspect.change(
                "capture packet 1 answer 1", "SRV a. 0 5 80 a. for 60 s", "PTR a. b.a. for 60 s"));
  }

  @Test
  void namesOfDnsThatPointAtThemselvesAreNotFollowed() {
    assertThat(changes(answer("c013", "0001", "0a000003"), answer("c014", "0001", "0a000003")))
        .extracting(Aspect::what)
        .contains("capture packet 1")
        .doesNotContain("capture packet 1 says");
  }

  @Test
  void whoAsksForTheStationOfAnAddressIsToldBehindTagsToo() {
    assertThat(changes(arp("", "0001"), arp("8100" + "0005", "0002")))
        .contains(
            Aspect.change(
                "capture packet 1 says",
                "ARP request, 10.0.0.1 at 02:00:00:00:00:02, for 10.0.0.2 at 00:00:00:00:00:00",
                "ARP reply, 10.0.0.1 at 02:00:00:00:00:02, for 10.0.0.2 at 00:00:00:00:00:00"));
  }

  @Test
  void messagesOfIcmpAreTold() {
    assertThat(changes(ip("01", "08000000"), ip("01", "00000000")))
        .contains(
            Aspect.change("capture packet 1 says", "ICMP type 8, code 0", "ICMP type 0, code 0"));
  }

  @Test
  void aCutPacketIsToldByItsEndsOnly() {
    assertThat(changes(dns("03777777"), dns("03777778")))
        .extracting(Aspect::what)
        .contains("capture packet 1")
        .doesNotContain("capture packet 1 says");
  }

  private static List<Aspect> changes(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().getFirst().aspects();
  }

  private static byte[] tcp(String flags, String sequence) {
    return ip(
        "06",
        "01bb" + "c000" + sequence + "00000007" + "50" + flags + "0200" + "00000000" + "01020304");
  }

  private static byte[] dns(String question) {
    String message = "0011" + "0100" + "0001" + "0000" + "0000" + "0000" + question + "0001";
    return ip("11", "c000" + "0035" + "0000" + "0000" + message);
  }

  /** A response to a question for the name {@code a.}, which is at 12. */
  private static byte[] answer(String name, String type, String data) {
    String message =
        ("0011" + "8180" + "0001" + "0001" + "0000" + "0000")
            + ("0161" + "00" + "0001" + "0001")
            + (name + type + "0001" + "0000003c" + "%04x".formatted(data.length() / 2) + data);
    return ip("11", "0035" + "c000" + "0000" + "0000" + message);
  }

  private static byte[] arp(String tag, String operation) {
    String stations = "020000000002" + "0a000001" + "000000000000" + "0a000002";
    return frame(
        "020000000001" + "020000000002" + tag + "0806" + "000108000604" + operation + stations);
  }

  private static byte[] ip(String protocol, String data) {
    String head = "4500%04x0000000040%s0000%s".formatted(20 + data.length() / 2, protocol, ENDS);
    return frame(ETHERNET + head + data);
  }

  /** Filled up to the shortest frame, as on the wire. */
  private static byte[] frame(String frame) {
    byte[] bytes =
        HexFormat.of().parseHex(frame + "00".repeat(Math.max(0, 60 - frame.length() / 2)));
    return ForgedMedia.capture(1, new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
