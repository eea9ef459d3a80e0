package dev.assay.compare.change.program;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.ValueChanges;
import dev.assay.compare.change.code.InstructionChanges;
import dev.assay.compare.change.code.ProgramCode;
import dev.assay.formats.Bytes;
import dev.assay.formats.macho.MachO;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers, load commands, sections, symbols and instructions of programs of macOS and iOS. */
public final class MachOChanges implements Change {
  private static final Change VALUES = new ValueChanges(new MachOValues());

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return VALUES.explains(path, type, left, right);
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>(VALUES.between(left, right, most));
    Map<String, MachO> others = MachO.all(right);
    MachO.all(left)
        .forEach(
            (machine, program) -> {
              Optional<ProgramCode> before = MachOCode.of(program);
              Optional<ProgramCode> after =
                  Optional.ofNullable(others.get(machine)).flatMap(MachOCode::of);
              if (before.isPresent() && after.isPresent()) {
                InstructionChanges.between(before.get(), after.get(), most, found);
              }
            });
    return found;
  }
}
