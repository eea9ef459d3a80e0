package dev.assay.compare;

import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.NamedPair.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.compare.ForgedPrograms.Pe;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no members is explained by the parts it is made of. */
class NamedPartsTest {
  static Stream<NamedPair> pairs() {
    byte[] png = ForgedMedia.png(3, "one", "data");
    byte[] jpeg = ForgedMedia.jpeg(3, "one", "scan");
    byte[] gif = ForgedMedia.gif(3, "one", "data");
    byte[] mach = ForgedPrograms.machO("a text", "/usr/lib/a.dylib", 1, "signed");
    byte[] wasm = ForgedPrograms.wasm("log", "run", 1);
    byte[] python = ForgedPrograms.python(1, "one", "x.py");
    return Stream.of(
        pair(
            "png, a text",
            png,
            ForgedMedia.png(3, "two", "data"),
            "chunk tEXt Comment",
            "chunk tEXt check"),
        pair(
            "png, its width",
            png,
            ForgedMedia.png(4, "one", "data"),
            "chunk IHDR size",
            "chunk IHDR check"),
        pair("png, behind the end", png, concat(png, new byte[] {1}), "chunk behind IEND"),
        pair("jpeg, its width", jpeg, ForgedMedia.jpeg(4, "one", "scan"), "segment frame size"),
        pair("jpeg, a comment", jpeg, ForgedMedia.jpeg(3, "two", "scan"), "segment comment"),
        pair(
            "jpeg, what is seen",
            jpeg,
            ForgedMedia.jpeg(3, "one", "can"),
            "segment data of a scan"),
        pair("jpeg, behind the end", jpeg, concat(jpeg, new byte[] {1}), "segment behind the end"),
        pair(
            "gif, its width",
            gif,
            ForgedMedia.gif(4, "one", "data"),
            "block image size",
            "block screen size"),
        pair("gif, a comment", gif, ForgedMedia.gif(3, "two", "data"), "block comment"),
        pair(
            "gif, how long it is shown",
            shown(gif, 10),
            shown(gif, 20),
            "block graphic control",
            "block delay"),
        pair(
            "gif, what is seen",
            gif,
            ForgedMedia.gif(3, "one", "atad"),
            "block image data",
            "picture, 2 of 6 pixels, in 2×1 at 0, 0; at 0, 0"),
        pair(
            "icon, its width",
            ForgedMedia.icon(16, "picture"),
            ForgedMedia.icon(32, "picture"),
            "icon size"),
        pair(
            "icon, what is seen",
            ForgedMedia.icon(16, "picture"),
            ForgedMedia.icon(16, "another"),
            "icon picture"),
        pair(
            "profile, its date",
            ForgedMedia.profile(2020, "text"),
            ForgedMedia.profile(2021, "text"),
            "profile created"),
        pair(
            "profile, a tag",
            ForgedMedia.profile(2020, "text"),
            ForgedMedia.profile(2020, "other"),
            "profile tag desc"),
        pair(
            "font, its date",
            ForgedMedia.font(1, "A"),
            ForgedMedia.font(2, "A"),
            "table head checksum",
            "table head modified"),
        pair(
            "font, its name",
            ForgedMedia.font(1, "A"),
            ForgedMedia.font(1, "B"),
            "table name",
            "table name, bytes from 0x13",
            "table name 1, platform 3, language 0x409",
            "table name checksum"),
        pair(
            "translation, little-endian",
            ForgedMedia.messages(true, "2020", "yes", "ja"),
            ForgedMedia.messages(true, "2020", "yes", "jo"),
            "message `yes`"),
        pair(
            "header of translations, big-endian",
            ForgedMedia.messages(false, "2020", "yes", "ja"),
            ForgedMedia.messages(false, "2021", "yes", "ja"),
            "message header PO-Revision-Date"),
        pair(
            "ogg, a comment",
            ForgedMedia.ogg("one", "data"),
            ForgedMedia.ogg("two", "data"),
            "ogg comment TITLE",
            "ogg page 0 of stream data",
            "ogg page 0 of stream data, bytes from 0x1c"),
        pair(
            "ogg, what is heard",
            ForgedMedia.ogg("one", "data"),
            ForgedMedia.ogg("one", "atad"),
            "ogg page 1 of stream data"),
        pair(
            "mp3, a title",
            ForgedMedia.sound("one", "data"),
            ForgedMedia.sound("two", "data"),
            "sound TIT2"),
        pair(
            "mp3, what is heard",
            ForgedMedia.sound("one", "data"),
            ForgedMedia.sound("one", "atad"),
            "sound data"),
        pair(
            "capture, a time",
            ForgedMedia.capture(1, "packet"),
            ForgedMedia.capture(2, "packet"),
            "capture packet 1 time"),
        pair(
            "capture, a packet",
            ForgedMedia.capture(1, "packet"),
            ForgedMedia.capture(1, "tekcap"),
            "capture packet 1"),
        pair(
            "index of Git, a mode",
            ForgedMedia.gitIndex(0100644, "object"),
            ForgedMedia.gitIndex(0100755, "object"),
            "index `a.txt` mode"),
        pair(
            "index of Git, an object",
            ForgedMedia.gitIndex(0100644, "object"),
            ForgedMedia.gitIndex(0100644, "other"),
            "index `a.txt` object"),
        pair(
            "keybox, its date",
            ForgedMedia.keybox(1, "key"),
            ForgedMedia.keybox(2, "key"),
            "keybox created"),
        pair(
            "key of OpenPGP, its date",
            ForgedMedia.pgpKey(1, "a <a@b.c>"),
            ForgedMedia.pgpKey(2, "a <a@b.c>"),
            "packet key",
            "packet of kind 6",
            "packet of kind 6, bytes from 0x4"),
        pair(
            "key of OpenPGP, its user",
            ForgedMedia.pgpKey(1, "a <a@b.c>"),
            ForgedMedia.pgpKey(1, "b <a@b.c>"),
            "packet user",
            "packet of kind 13"),
        pair(
            "pdf, its title",
            ForgedMedia.pdf("2020", "0", "one", "stream"),
            ForgedMedia.pdf("2020", "0", "two", "stream"),
            "pdf object 1 0"),
        pair(
            "pdf, a stream",
            ForgedMedia.pdf("2020", "0", "one", "stream"),
            ForgedMedia.pdf("2020", "0", "one", "maerts"),
            "pdf object 2 0 stream",
            "pdf object 2 0 stream, bytes from 0x7"),
        pair(
            "database, a value",
            ForgedMedia.berkeley("key", "one"),
            ForgedMedia.berkeley("key", "two"),
            "database key `key`",
            "database page 1 (btree leaf)",
            "database page 1 (btree leaf), bytes from 0xcb"),
        pair(
            "inventory, its version",
            ForgedMedia.inventory("1", "os"),
            ForgedMedia.inventory("2", "os"),
            "inventory line 3"),
        pair(
            "inventory, a name",
            ForgedMedia.inventory("1", "os"),
            ForgedMedia.inventory("1", "so"),
            "inventory `os` py:module",
            "inventory `so` py:module"),
        pair(
            "wasm, an import",
            wasm,
            ForgedPrograms.wasm("tog", "run", 1),
            "wasm import env.log",
            "wasm import env.tog"),
        pair(
            "wasm, an export",
            wasm,
            ForgedPrograms.wasm("log", "ran", 1),
            "wasm export ran",
            "wasm export run"),
        pair(
            "wasm, a constant in code",
            wasm,
            ForgedPrograms.wasm("log", "run", 2),
            "wasm code of defined function 0"),
        pair(
            "python, a constant",
            python,
            ForgedPrograms.python(1, "two", "x.py"),
            "python '<module>' consts"),
        pair(
            "python, its file",
            python,
            ForgedPrograms.python(1, "one", "y.py"),
            "python '<module>' filename"),
        pair(
            "pe, a text",
            new Pe().bytes(),
            new Pe().saying("another text").bytes(),
            "section .rdata",
            "section .rdata, bytes from 0x1e1",
            "string",
            "string"),
        pair(
            "pe, an import",
            new Pe().bytes(),
            new Pe().importing("Spawn").bytes(),
            "section .rdata",
            "section .rdata, bytes from 0x93",
            "import",
            "import",
            "string",
            "string"),
        pair(
            "mach-o, a library",
            mach,
            ForgedPrograms.machO("a text", "/usr/lib/b.dylib", 1, "signed"),
            "mach-o x86_64 0x1000007/3 LC_LOAD_DYLIB",
            "mach-o x86_64 0x1000007/3 LC_LOAD_DYLIB, bytes from 0x21",
            "mach-o x86_64 0x1000007/3 library /usr/lib/a.dylib",
            "mach-o x86_64 0x1000007/3 library /usr/lib/b.dylib",
            "mach-o x86_64 0x1000007/3 segment __TEXT"),
        pair(
            "mach-o, a text of one machine",
            ForgedPrograms.universal(mach),
            ForgedPrograms.universal(
                ForgedPrograms.machO("no text", "/usr/lib/a.dylib", 1, "signed")),
            "mach-o x86_64 0x1000007/3 section __TEXT,__cstring",
            "mach-o x86_64 0x1000007/3 section __TEXT,__cstring, bytes from 0x0",
            "mach-o x86_64 0x1000007/3 segment __TEXT",
            "mach-o x86_64 0x1000007/3 text `a text`",
            "mach-o x86_64 0x1000007/3 text `no text`"));
  }

  @ParameterizedTest
  @MethodSource({"pairs", "dev.assay.compare.BuiltPairs#all"})
  void isNamed(NamedPair pair) {
    Compared found = Compared.bytes(pair.left(), pair.right()).isDifferent();
    assertThat(found.outcomes()).containsExactly(java.util.Map.entry("p", Outcome.CHANGED));
    assertThat(found.aspects()).containsExactlyInAnyOrderElementsOf(pair.aspects());
    Compared back = Compared.bytes(pair.right(), pair.left());
    assertThat(back.outcomes()).isEqualTo(found.outcomes());
  }

  /**
   * Whatever byte differs: it has a name or a place, and is no equivalence but where one may be.
   */
  @ParameterizedTest
  @MethodSource({"pairs", "dev.assay.compare.BuiltPairs#all"})
  void noByteDiffersUnnoticed(NamedPair pair) {
    for (int at = 0; at < pair.left().length; at++) {
      byte[] flipped = pair.left().clone();
      flipped[at] ^= 0x41;
      Comparison found = Compared.bytes(pair.left(), flipped).comparison();
      assertThat(found.findings()).as("byte %#x", at).isNotEmpty();
      assertThat(found.findings())
          .as("byte %#x", at)
          .allSatisfy(finding -> assertThat(finding.aspects()).isNotEmpty());
    }
  }

  /** Neither is what is cut anywhere. */
  @ParameterizedTest
  @MethodSource({"pairs", "dev.assay.compare.BuiltPairs#all"})
  void isDifferentWhereItIsCut(NamedPair pair) {
    int step = Math.max(1, pair.left().length / 100);
    for (int length = 1; length < pair.left().length; length += step) {
      byte[] cut = java.util.Arrays.copyOf(pair.left(), length);
      assertThat(Compared.bytes(pair.left(), cut).comparison().verdict())
          .as("%d bytes", length)
          .isEqualTo(Verdict.DIFFERENT);
    }
  }

  /** With a graphic control extension behind its colours (GIF89a specification §23). */
  private static byte[] shown(byte[] gif, int hundredths) {
    byte[] control = {0x21, (byte) 0xF9, 4, 1, (byte) hundredths, 0, 15, 0};
    int at = 19;
    return concat(Arrays.copyOf(gif, at), control, Arrays.copyOfRange(gif, at, gif.length));
  }
}
