package dev.assay.formats.x86;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table {@code opcodes.tsv}, by map and opcode. */
final class Opcodes {
  private static final int MAPS = 4;
  private static final Opcodes ALL = new Opcodes();

  private final List<List<Opcode>> rows = new ArrayList<>(MAPS << 8);
  private final boolean[] haveModRm = new boolean[MAPS << 8];

  private Opcodes() {
    for (int i = 0; i < MAPS << 8; i++) {
      rows.add(new ArrayList<>());
    }
    try (InputStream table = Opcodes.class.getResourceAsStream("opcodes.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Opcode::of)
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Opcode row) {
    int place = row.map() << 8 | row.number();
    rows.get(place).add(row);
    haveModRm[place] |= row.hasModRm();
  }

  /** Whether ModR/M follows an opcode in one of the instructions that it may be. */
  static boolean haveModRm(int map, int number) {
    return map < MAPS && ALL.haveModRm[map << 8 | number];
  }

  /** The instructions that an opcode may be, in the order in which they are tried. */
  static List<Opcode> of(int map, int number) {
    return map < MAPS ? ALL.rows.get(map << 8 | number) : List.of();
  }
}
