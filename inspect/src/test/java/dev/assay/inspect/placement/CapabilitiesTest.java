package dev.assay.inspect.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  @Test
  void namesWhatRevisionTwoPermits() {
    assertEquals(List.of("cap_net_raw"), names("0100000200200000000000000000000000000000"));
  }

  @Test
  void readsTheUpperWord() {
    assertEquals(List.of("cap_bpf"), names("0100000200000000000000008000000000000000"));
  }

  @Test
  void readsRevisionOneAndThree() {
    assertEquals(List.of("cap_sys_admin"), names("010000010000200000000000"));
    assertEquals(List.of("cap_setuid"), names("010000038000000000000000000000000000000064000000"));
  }

  @Test
  void refusesACutAttributeAndAnUnknownRevision() {
    assertFalse(Capabilities.readable(HexFormat.of().parseHex("01000002002000")));
    assertFalse(Capabilities.readable(HexFormat.of().parseHex("0100000400200000")));
    assertEquals(List.of(), names(""));
  }

  @FuzzTest
  void survivesAnyAttribute(byte[] attribute) {
    Capabilities.permitted(attribute);
  }

  private static List<String> names(String hex) {
    return Capabilities.permitted(HexFormat.of().parseHex(hex));
  }
}
