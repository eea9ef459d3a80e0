package dev.assay.formats.stm32;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Takes away the header that the boot ROM of STM32MP processors expects before a program. */
public final class Stm32Image implements Encoding, Carvable {
  @Override
  public String type() {
    return "application/vnd.stm32.image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Stm32Header.of(content).isPresent();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    Stm32Header header =
        Stm32Header.of(content)
            .orElseThrow(() -> new Malformed("stm32.header", 0, "no header of version 1 or 2"));
    long there = Math.min(header.length(), content.size() - header.size());
    Bytes program = content.slice(header.size(), there);
    List<Problem> problems = new ArrayList<>();
    if (there < header.length()) {
      String message = header.length() + " bytes announced, " + there + " are there";
      problems.add(new Problem("stm32.truncated", content.size(), message));
    } else {
      problems.addAll(Sums.check("stm32.checksum", 68, (int) header.checksum(), sum(program)));
      problems.addAll(SignedProgram.problems(content, header));
    }
    return new Decoded(program, header.size() + there, "", problems);
  }

  private static int sum(Bytes program) {
    int[] sum = {0};
    Sums.each(
        program,
        (array, from, length) -> {
          for (int i = from; i < from + length; i++) {
            sum[0] += array[i] & 0xFF;
          }
        });
    return sum[0];
  }

  @Override
  public List<byte[]> magics() {
    return List.of(Stm32Header.MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Stm32Header.of(here)
        .filter(header -> header.end() <= here.size())
        .map(header -> OptionalLong.of(header.end()))
        .orElse(OptionalLong.empty());
  }
}
