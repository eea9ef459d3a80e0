package dev.assay.compare.change.bytecode;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Python bytecode: the fields of its header (PEP 552), and of each code object the names,
 * constants, instructions and where they come from.
 */
public final class PythonValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int HEADER = 16;

  @Override
  public String what() {
    return "python";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-python-bytecode") && content.size() <= MAX;
  }

  @Override
  public ValueSet of(Bytes content) {
    Block header = content.block(0, HEADER);
    Numbered values = new Numbered();
    values.add("magic", String.valueOf(header.u16le(0)));
    int flags = header.i32le(4);
    values.add("flags", String.valueOf(flags));
    if ((flags & 1) == 0) {
      values.add(
          "source mtime",
          "%s (0x%08x)".formatted(Instant.ofEpochSecond(header.u32le(8)), header.i32be(8)));
      values.add("source size", String.valueOf(header.u32le(12)));
    } else {
      values.add("source hash", HexFormat.of().formatHex(header.bytes(8, 8)));
    }
    Marshal marshal = new Marshal(content.block(0, (int) content.size()), HEADER, header.u16le(0));
    marshal.read(values);
    return values.toValueSet();
  }
}
