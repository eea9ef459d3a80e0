package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * U-Boot: a program with its built-in environment, or a stored environment.
 *
 * <p>Parameters: {@code version} ({@code 2024.01}), {@code variables} (a map), {@code stored} (only
 * an environment with its checksum), {@code asksToStop}, {@code verifies}, {@code requiredKeys}
 * (names of keys in its control device tree).
 */
public final class BootloaderForge implements Forge {
  private static final int STORED = 4096;
  private static final int CODE = 2048;

  @Override
  public String name() {
    return "bootloader";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("baudrate", "115200");
    variables.putAll(p.map("variables", Map.of()));
    String version = p.text("version", "2024.01");
    boolean stored = p.flag("stored", false);
    boolean asksToStop = p.flag("asksToStop", false);
    boolean verifies = p.flag("verifies", false);
    Map<String, Object> keys = new LinkedHashMap<>();
    p.texts("requiredKeys").forEach(key -> keys.put(key, Map.of("required", "conf")));
    p.done();
    return stored
        ? stored(environment(variables))
        : program(version, asksToStop, verifies, environment(variables), keys);
  }

  private static byte[] program(
      String version,
      boolean asksToStop,
      boolean verifies,
      byte[] environment,
      Map<String, Object> keys) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(code());
    text(out, "U-Boot " + version + " (Jan 08 2024 - 15:37:48 +0000)");
    text(out, asksToStop ? "bootstopkeysha256" : "Hit any key to stop autoboot: %2d ");
    if (verifies) {
      text(out, "Unable to verify required signature");
    }
    out.write(0);
    out.writeBytes(environment);
    while (out.size() % 8 != 0) {
      out.write(0);
    }
    out.writeBytes(FlatTreeWriter.of(Map.of("model", "board", "signature", keys)));
    return out.toByteArray();
  }

  /** Stands for machine code: no text, no magic number. */
  private static byte[] code() {
    byte[] code = new byte[CODE];
    for (int i = 0; i < CODE; i++) {
      code[i] = (byte) (i % 4 == 3 ? 0xE5 : i % 4 == 2 ? 0x01 : i * 7 & 0x1F | 0x80);
    }
    return code;
  }

  private static byte[] environment(Map<String, Object> variables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    variables.forEach((name, value) -> text(out, name + "=" + value));
    out.write(0);
    return out.toByteArray();
  }

  private static byte[] stored(byte[] environment) {
    byte[] padded = Arrays.copyOf(environment, STORED - 4);
    CRC32 crc = new CRC32();
    crc.update(padded);
    return ByteBuffer.allocate(STORED)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) crc.getValue())
        .put(padded)
        .array();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes((text + "\0").getBytes(StandardCharsets.UTF_8));
  }
}
