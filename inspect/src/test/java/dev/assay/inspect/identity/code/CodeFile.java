package dev.assay.inspect.identity.code;

import dev.assay.formats.Bytes;
import dev.assay.formats.elf.Elf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A shared object that is a header, one segment and code. */
final class CodeFile {
  /** Where the code is loaded, which is where it stands in the file. */
  static final int CODE = 0x100;

  private CodeFile() {}

  static Elf of(int machine, boolean is64, boolean little, byte[] code) {
    return of(machine, is64, little, 0, code);
  }

  /**
   * @param flags {@code e_flags}
   */
  static Elf of(int machine, boolean is64, boolean little, int flags, byte[] code) {
    ByteBuffer file = ByteBuffer.allocate(CODE + code.length);
    file.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.put(new byte[] {0x7F, 'E', 'L', 'F', (byte) (is64 ? 2 : 1), (byte) (little ? 1 : 2), 1});
    file.putShort(16, (short) 3).putShort(18, (short) machine).putInt(is64 ? 48 : 36, flags);
    if (is64) {
      file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 1);
      file.putInt(64, 1).putLong(64 + 32, file.capacity()).putLong(64 + 40, file.capacity());
    } else {
      file.putInt(28, 52).putShort(42, (short) 32).putShort(44, (short) 1);
      file.putInt(52, 1).putInt(52 + 16, file.capacity()).putInt(52 + 20, file.capacity());
    }
    return Elf.read(Bytes.of(file.put(CODE, code).array()));
  }
}
