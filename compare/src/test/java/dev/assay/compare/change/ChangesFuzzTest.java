package dev.assay.compare.change;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.compare.change.bytecode.ClassChanges;
import dev.assay.compare.change.bytecode.DexChanges;
import dev.assay.compare.change.data.SqliteChanges;
import dev.assay.compare.change.elf.ElfChanges;
import dev.assay.compare.change.language.HaskellChanges;
import dev.assay.compare.change.language.RChanges;
import dev.assay.compare.change.pdf.PdfChanges;
import dev.assay.compare.change.program.MachOChanges;
import dev.assay.compare.change.program.PeChanges;
import dev.assay.compare.change.text.PackageChanges;
import dev.assay.compare.change.text.TextChanges;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/**
 * Any bytes, and the same with one of them changed, for each that says what changed: it answers or
 * throws Malformed.
 */
class ChangesFuzzTest {
  private static final int MOST = 20;

  @FuzzTest
  void packages(byte[] content) {
    survives(new PackageChanges(), content);
  }

  @FuzzTest
  void sqlite(byte[] content) {
    survives(new SqliteChanges(), content);
  }

  @FuzzTest
  void elf(byte[] content) {
    survives(new ElfChanges(), content);
  }

  @FuzzTest
  void classes(byte[] content) {
    survives(new ClassChanges(), content);
  }

  @FuzzTest
  void dex(byte[] content) {
    survives(new DexChanges(), content);
  }

  @FuzzTest
  void pe(byte[] content) {
    survives(new PeChanges(), content);
  }

  @FuzzTest
  void machO(byte[] content) {
    survives(new MachOChanges(), content);
  }

  @FuzzTest
  void haskell(byte[] content) {
    survives(new HaskellChanges(), content);
  }

  @FuzzTest
  void r(byte[] content) {
    survives(new RChanges(), content);
  }

  @FuzzTest
  void pdf(byte[] content) {
    survives(new PdfChanges(), content);
  }

  @FuzzTest
  void text(byte[] content) {
    survives(new TextChanges(), content);
  }

  /** The changed one is where the last byte, of 256 parts of the content, says. */
  static void survives(Change change, byte[] content) {
    byte[] changed = content.clone();
    if (content.length > 0) {
      int part = content[content.length - 1] & 0xFF;
      changed[(int) ((long) content.length * part / 256)] ^= 1;
    }
    try {
      change.explains("file", "", Bytes.of(content), Bytes.of(changed));
      change.between(Bytes.of(content), Bytes.of(changed), MOST);
    } catch (Malformed refused) {
      // Such contents are compared as bytes.
    }
  }
}
