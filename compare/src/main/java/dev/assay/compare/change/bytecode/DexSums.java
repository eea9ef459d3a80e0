package dev.assay.compare.change.bytecode;

import dev.assay.formats.Block;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/** Size and checksum of the code of each method, by its number. */
final class DexSums implements DexCode.Taker {
  private final Map<Integer, String> sums = new HashMap<>();
  private final CRC32 crc = new CRC32();
  private int method;
  private long units;

  Map<Integer, String> sums() {
    return sums;
  }

  @Override
  public void begin(int number, long size) {
    method = number;
    units = size;
    crc.reset();
  }

  @Override
  public void raw(Block block) {
    crc.update(block.array(), block.arrayOffset(), block.size());
  }

  @Override
  public void named(String name) {
    crc.update(name.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void end() {
    String sum = HexFormat.of().toHexDigits((int) crc.getValue());
    sums.put(method, ", " + units + " units of code, CRC-32 " + sum);
  }
}
