package dev.assay.formats.flash;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.stream.FirstOf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Tells what bytes of a flash chip are that have no magic number. */
public final class Contents {
  private static final int SEARCHED = 4 << 20;

  /** A text that stands in each such boot loader. */
  private record Loader(String name, byte[] text) {
    Loader(String name, String text) {
      this(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static final List<Loader> LOADERS =
      List.of(
          new Loader("u-boot", "U-Boot 20"),
          new Loader("u-boot", "U-Boot 1."),
          new Loader("barebox", "barebox 20"),
          new Loader("cfe", "CFE version "),
          new Loader("redboot", "RedBoot(tm)"));

  private static final FirstOf SEARCH = new FirstOf(LOADERS.stream().map(Loader::text).toList());

  /** Radio calibration stands at one of these offsets of its sector. */
  private static final List<Integer> CALIBRATION = List.of(0, 0x1000, 0x5000, 0x8000);

  /**
   * MT76 radios whose EEPROM starts with the chip's number (drivers/net/wireless/mediatek/mt76).
   */
  private static final Set<Integer> MEDIATEK =
      Set.of(
          0x7603, 0x7610, 0x7612, 0x7615, 0x7620, 0x7628, 0x7662, 0x7663, 0x7915, 0x7916, 0x7981,
          0x7986);

  private static final int LEAST_EEPROM = 0x80;
  private static final int MOST_EEPROM = 0x4000;

  private Contents() {}

  /** {@code u-boot}, {@code calibration} …; empty where it cannot be told. */
  public static Optional<String> of(Bytes part) {
    Bytes searched = part.slice(0, Math.min(part.size(), SEARCHED));
    OptionalInt loader = SEARCH.in(searched);
    if (loader.isPresent()) {
      return Optional.of(LOADERS.get(loader.getAsInt()).name());
    }
    return CALIBRATION.stream().anyMatch(at -> isCalibration(part, at))
        ? Optional.of("calibration")
        : Optional.empty();
  }

  private static boolean isCalibration(Bytes part, int at) {
    if (part.size() < at + LEAST_EEPROM) {
      return false;
    }
    Block head = part.block(at, 16);
    return MEDIATEK.contains(head.u16le(0)) && isAddress(head.slice(4, 6))
        || head.u16be(0) == 0x0202 && isAddress(head.slice(2, 6))
        || isAtheros(part, at);
  }

  /**
   * A station's own address: neither a group's nor of zeros (IEEE 802). AR9300 templates and MT76
   * EEPROMs hold it near their start.
   */
  private static boolean isAddress(Block address) {
    boolean vendor = (address.i32be(0) & 0xFFFFFF00) != 0;
    return (address.u8(0) & 1) == 0 && vendor && address.i32be(2) != 0;
  }

  /** AR5416 and QCA98xx: u16 length, u16 checksum; all 16-bit words together XOR to FFFF. */
  private static boolean isAtheros(Bytes part, int at) {
    int length = part.block(at, 2).u16le(0);
    if (length < LEAST_EEPROM || length > MOST_EEPROM || length % 2 != 0) {
      return false;
    }
    if (length > part.size() - at) {
      return false;
    }
    Block words = part.block(at, length);
    int sum = 0;
    for (int i = 0; i < length; i += 2) {
      sum ^= words.u16le(i);
    }
    return sum == 0xFFFF;
  }
}
