package dev.assay.inspect.match;

import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code signatures.tsv}; its head says what the columns are. */
final class SignatureTable {
  private SignatureTable() {}

  static List<Signature> read() {
    return ProgramFile.rows(SignatureTable.class, "signatures.tsv").stream()
        .map(SignatureTable::row)
        .toList();
  }

  private static Signature row(List<String> cells) {
    List<String> flags = List.of(cells.get(3).split(","));
    return new Signature(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        flags.contains("nocase"),
        flags.contains("text") ? Signature.Medium.TEXT : Signature.Medium.ANY,
        flags.stream()
            .filter(f -> f.startsWith("then:"))
            .map(f -> f.charAt(5))
            .findFirst()
            .orElse('\0'),
        cells.get(4),
        Plausible.valueOf(cells.get(5).toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells.get(6)),
        Integer.parseInt(cells.get(7)),
        Pattern.compile(cells.get(8)),
        cells.get(9));
  }
}
