package dev.assay.inspect.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** An ELF file of 64 bits that has what a row says of a build, and nothing else. */
final class ElfOfBuild {
  private static final Map<String, Integer> MACHINES =
      Map.of(
          "x86",
          3,
          "MIPS",
          8,
          "PowerPC",
          20,
          "PowerPC64",
          21,
          "S390",
          22,
          "ARM",
          40,
          "x86-64",
          62,
          "AArch64",
          183,
          "RISC-V",
          243,
          "LoongArch",
          258);

  private static final int HEADER = 64;
  private static final int SEGMENT = 56;
  private static final int PIECE = 8192;
  private static final int READ = 4;
  private static final int EXECUTE = 1;

  private ElfOfBuild() {}

  static byte[] of(Build build) {
    byte[] soname = (build.soname() + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] id = HexFormat.of().parseHex(build.id());
    int pieces = Math.toIntExact((build.codeSize() + PIECE - 1) / PIECE);
    int note = HEADER + (3 + pieces) * SEGMENT;
    int dynamic = note + 16 + (id.length + 7 & ~7);
    int names = dynamic + 4 * 16;
    ByteBuffer out =
        ByteBuffer.allocate(Math.max(PIECE, names + soname.length)).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 3).putShort(MACHINES.get(build.machine()).shortValue()).putInt(1);
    out.putLong(0).putLong(HEADER).putLong(0).putInt(0);
    out.putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) (3 + pieces));
    out.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    segment(out, 1, READ, 0, out.capacity());
    segment(out, 4, READ, note, 16 + id.length);
    segment(out, 2, READ, dynamic, 4 * 16);
    for (long rest = build.codeSize(); rest > 0; rest -= PIECE) {
      segment(out, 1, READ | EXECUTE, 0, Math.min(rest, PIECE));
    }
    out.position(note);
    out.putInt(4).putInt(id.length).putInt(3).put(new byte[] {'G', 'N', 'U', 0}).put(id);
    out.position(dynamic);
    out.putLong(5).putLong(names).putLong(10).putLong(soname.length);
    out.putLong(soname.length == 1 ? 0 : 14).putLong(0);
    out.position(names);
    out.put(soname);
    return out.array();
  }

  private static void segment(ByteBuffer out, int type, int flags, long at, long size) {
    out.putInt(type).putInt(flags).putLong(at).putLong(at).putLong(at);
    out.putLong(size).putLong(size).putLong(8);
  }
}
