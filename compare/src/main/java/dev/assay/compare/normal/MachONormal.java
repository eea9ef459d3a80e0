package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.compare.Kind;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.macho.LoadCommand;
import dev.assay.formats.macho.MachO;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Programs of macOS and iOS: without the UUID of the build and the code signature, which has to be
 * equally long at the end.
 */
final class MachONormal implements Normaliser {
  private static final int MAX = 256 << 20;

  @Override
  public boolean takes(String type) {
    return type.equals(Kind.MACH_O);
  }

  @Override
  public Normal normalise(Bytes content) {
    byte[] left = content.toArray(MAX);
    Bytes whole = Bytes.of(left.clone());
    List<Trait> traits = new ArrayList<>();
    MachO.all(whole)
        .forEach(
            (machine, program) -> {
              int from = (int) program.content().offsetIn(whole).orElseThrow();
              for (LoadCommand command : program.commands()) {
                take(program, command, from, left, traits);
              }
            });
    return Normal.whole(left, traits);
  }

  private static void take(
      MachO program, LoadCommand command, int from, byte[] left, List<Trait> traits) {
    Fields fields = command.fields();
    if (command.kind() == LoadCommand.UUID && command.size() == 24) {
      Arrays.fill(left, from + command.at() + 8, from + command.at() + 24, (byte) 0);
      String id = HexFormat.of().formatHex(fields.block().bytes(8, 16));
      traits.add(new Trait(Equivalence.BUILD_ID, "mach-o uuid", id));
    }
    if (command.kind() == LoadCommand.SIGNATURE && isBehindAll(program, fields.u32(8))) {
      long at = fields.u32(8);
      Bytes signature = program.content().slice(at, fields.u32(12));
      Arrays.fill(left, (int) (from + at), (int) (from + at + signature.size()), (byte) 0);
      traits.add(new Trait(Equivalence.SIGNATURE, "mach-o code signature", Prints.of(signature)));
    }
  }

  /** Whether nothing that is loaded to run lies from there to the end. */
  private static boolean isBehindAll(MachO program, long signature) {
    LoadCommand last = program.commands().getLast();
    if (signature < last.at() + last.size()) {
      return false;
    }
    for (LoadCommand command : program.commands()) {
      boolean wide = command.kind() == LoadCommand.SEGMENT_64;
      if (wide || command.kind() == LoadCommand.SEGMENT) {
        Fields fields = command.fields();
        long end = wide ? fields.i64(40) + fields.i64(48) : fields.u32(32) + fields.u32(36);
        boolean links = fields.block().cString(8, 16).equals("__LINKEDIT");
        if (!links && (end < 0 || end > signature)) {
          return false;
        }
      }
    }
    return true;
  }
}
