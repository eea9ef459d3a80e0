package dev.assay.compare.change.language;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Cursor;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * What a module declares, one statement or part a line (GHC 9.0, instance {@code Binary ModIface}
 * from the export list on). What is stored behind its end, and too intricate to be written down, is
 * told by its bytes.
 */
final class HaskellDeclarations {
  private static final int VALUE = 0;
  private static final int MOST_LINES = 1_000_000;
  private static final int LONGEST = 1000;

  private final Bytes content;
  private final Cursor cursor;
  private final HaskellText text;
  private final HaskellNames names;
  private final int end;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param cursor behind the hash of the export list
   * @param end of the last field
   */
  HaskellDeclarations(Bytes content, Cursor cursor, HaskellNames names, int end) {
    this.content = content;
    this.cursor = cursor;
    this.text = new HaskellText(HaskellGrammar.V9_0, cursor, names);
    this.names = names;
    this.end = end;
  }

  /**
   * @throws Malformed where the fields do not end where the file says
   */
  List<String> lines() {
    add("splices of Template Haskell: ", text.next("Bool"));
    add("", text.next("Fixities"));
    later("warnings", "Warnings");
    hidden("annotations");
    int count = cursor.count(cursor.sleb());
    for (int i = 0; i < count; i++) {
      declaration();
    }
    add("", text.next("Instances"));
    add("", text.next("FamilyInstances"));
    later("rules", "Rules");
    add("orphan hash ", text.next("Hash"));
    add("hpc: ", text.next("Bool"));
    add("trusted: ", text.next("Trust"));
    add("requires trusted package: ", text.next("Bool"));
    add("", text.next("CompleteSets"));
    later("documentation of the module", "Document");
    later("documentation", "Documents");
    later("documentation of arguments", "ArgumentDocuments");
    if (cursor.at() != end) {
      throw new Malformed("haskell.end", cursor.at(), "fields that end elsewhere than at " + end);
    }
    return lines;
  }

  /** A type, class or axiom at once; of a value all but its name is stored behind its end. */
  private void declaration() {
    String hash = text.next("Hash");
    int at = cursor.at();
    if (cursor.u8() == VALUE) {
      String name = names.shown(cursor);
      add(name + ", version ", hash);
      later(name, "Id");
      return;
    }
    cursor.moveTo(at);
    String declared = text.next("Declaration");
    add(declared.lines().findFirst().orElse("") + ", version ", hash);
    add("", declared);
  }

  /** Something behind the offset of its end. */
  private void later(String name, String rule) {
    int to = end();
    int from = cursor.at();
    try {
      String written = text.next(rule);
      if (cursor.at() != to) {
        throw new Malformed("haskell.end", cursor.at(), name + " ends elsewhere than at " + to);
      }
      add(rule.equals("Id") ? name + " " : "", written);
    } catch (Malformed intricate) {
      add(name + " ", Crc.sized(content.slice(from, to - from)));
    }
    cursor.moveTo(to);
  }

  private void hidden(String name) {
    int to = end();
    add(name + " ", Crc.sized(content.slice(cursor.at(), to - cursor.at())));
    cursor.moveTo(to);
  }

  private int end() {
    long to = cursor.u32();
    if (to < cursor.at() || to > end) {
      throw new Malformed("haskell.offset", cursor.at(), "an end at " + to);
    }
    return (int) to;
  }

  private void add(String before, String written) {
    for (String line : written.split(HaskellText.BREAK)) {
      if (!line.isBlank()) {
        lines.add(cut((before + line.strip()).strip()));
      }
    }
    if (lines.size() > MOST_LINES) {
      throw new Malformed("haskell.lines", cursor.at(), "more than " + MOST_LINES + " lines");
    }
  }

  private static String cut(String line) {
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST) + "… " + Crc.of(Bytes.of(line));
  }
}
