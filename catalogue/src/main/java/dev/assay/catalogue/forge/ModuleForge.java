package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A kernel module: an ELF object for arm64 with {@code .modinfo} and without code.
 *
 * <p>Parameters: {@code name}, {@code license}, {@code vermagic}, {@code version}, {@code inTree},
 * {@code signed} (the mark of a signature at the end).
 */
public final class ModuleForge implements Forge {
  private static final int HEADER = 64;
  private static final int SECTION = 64;
  private static final int STRINGS = 3;
  private static final int PROGBITS = 1;
  private static final String SIGNED = "~Module signature appended~\n";
  private static final String NAMES = "\0.modinfo\0.shstrtab\0";

  @Override
  public String name() {
    return "module";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    String info =
        "name="
            + p.text("name", "dummy")
            + "\0license="
            + p.text("license", "GPL")
            + "\0vermagic="
            + p.text("vermagic", "6.1.0 SMP mod_unload aarch64")
            + (p.flag("inTree", true) ? "\0intree=Y" : "")
            + "\0version="
            + p.text("version", "")
            + "\0";
    boolean signed = p.flag("signed", false);
    p.done();
    byte[] values = info.getBytes(StandardCharsets.UTF_8);
    byte[] names = NAMES.getBytes(StandardCharsets.US_ASCII);
    int table = HEADER + values.length + names.length;
    ByteBuffer file = ByteBuffer.allocate(table + 3 * SECTION).order(ByteOrder.LITTLE_ENDIAN);
    // ELF-64: class 2, little-endian, version 1; type 1 (object), machine 183 (AArch64).
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    file.putShort((short) 1).putShort((short) 183).putInt(1).putLong(0).putLong(0).putLong(table);
    file.putInt(0).putShort((short) HEADER).putShort((short) 0).putShort((short) 0);
    file.putShort((short) SECTION).putShort((short) 3).putShort((short) 2);
    file.put(values).put(names);
    file.position(table + SECTION);
    section(file, 1, PROGBITS, HEADER, values.length);
    section(file, NAMES.indexOf(".shstrtab"), STRINGS, HEADER + values.length, names.length);
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(file.array());
    module.writeBytes((signed ? SIGNED : "").getBytes(StandardCharsets.US_ASCII));
    return module.toByteArray();
  }

  private static void section(ByteBuffer file, int name, int type, long offset, long size) {
    file.putInt(name).putInt(type).putLong(0).putLong(0).putLong(offset).putLong(size);
    file.putInt(0).putInt(0).putLong(1).putLong(0);
  }
}
