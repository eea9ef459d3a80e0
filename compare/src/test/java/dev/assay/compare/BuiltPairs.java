package dev.assay.compare;

import static dev.assay.compare.NamedPair.pair;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.stream.Stream;

/** What compilers and packagers leave for others, in pairs. */
final class BuiltPairs {
  private BuiltPairs() {}

  static Stream<NamedPair> all() {
    byte[] hi = ForgedBuilt.haskell("dyn", "run", 1, "code");
    byte[] pascal = ForgedBuilt.pascal(LITTLE_ENDIAN, "Unit", 16, "UNIT_$$_init");
    byte[] beans = ForgedBuilt.xmlBeans("xtype", "e", "");
    byte[] fonts = ForgedBuilt.fontCache("/f", "Sans", 80, 9, 3);
    byte[] crate = ForgedBuilt.oldCrate("rustc 1.9.0", "form or name");
    byte[] bitcode = ForgedBuilt.bitcode("x86_64", "exit", 5);
    byte[] list = ForgedBuilt.rList("a", 1);
    byte[] plus = ForgedBuilt.rFunction("+", 1.5);
    return Stream.of(
        pair("haskell, its way", hi, ForgedBuilt.haskell("pro", "run", 1, "code"), "interface way"),
        pair(
            "haskell, an export",
            hi,
            ForgedBuilt.haskell("dyn", "ran", 1, "code"),
            "interface export unit:Module.ran value",
            "interface export unit:Module.run value",
            "interface symbol unit:Module.ran value",
            "interface symbol unit:Module.run value",
            "interface text `ran`",
            "interface text `run`"),
        pair(
            "haskell, a declaration",
            hi,
            ForgedBuilt.haskell("dyn", "run", 1, "edoc"),
            "interface declarations"),
        pair(
            "haskell, hashes",
            hi,
            ForgedBuilt.haskell("dyn", "run", 2, "code"),
            "interface ABI hash",
            "interface export-list hash",
            "interface flag hash",
            "interface hpc hash",
            "interface interface hash",
            "interface option hash",
            "interface plugin hash"),
        pair(
            "pascal, its name",
            pascal,
            ForgedBuilt.pascal(LITTLE_ENDIAN, "Tinu", 16, "UNIT_$$_init"),
            "unit module"),
        pair(
            "pascal, a line",
            pascal,
            ForgedBuilt.pascal(LITTLE_ENDIAN, "Unit", 300, "UNIT_$$_init"),
            "unit symbol SYSTEM"),
        pair(
            "pascal of the other order, a definition",
            ForgedBuilt.pascal(BIG_ENDIAN, "Unit", 16, "UNIT_$$_init"),
            ForgedBuilt.pascal(BIG_ENDIAN, "Unit", 16, "TINU_$$_init"),
            "unit entry of kind 1/43 text"),
        pair(
            "schema, a handle",
            beans,
            ForgedBuilt.xmlBeans("ytype", "e", ""),
            "schema class 1",
            "schema element 1",
            "schema handle 1",
            "schema string 1"),
        pair(
            "schema, what follows",
            beans,
            ForgedBuilt.xmlBeans("xtype", "e", "more"),
            "schema rest"),
        pair(
            "font cache, a family",
            fonts,
            ForgedBuilt.fontCache("/f", "Mono", 80, 9, 3),
            "font cache `/f/a.ttf` family"),
        pair(
            "font cache, a weight",
            fonts,
            ForgedBuilt.fontCache("/f", "Sans", 200, 9, 3),
            "font cache `/f/a.ttf` weight"),
        pair(
            "font cache, characters",
            fonts,
            ForgedBuilt.fontCache("/f", "Sans", 80, 9, 7),
            "font cache `/f/a.ttf` charset"),
        pair(
            "font cache, its folder",
            fonts,
            ForgedBuilt.fontCache("/g", "Sans", 80, 10, 3),
            "font cache checksum",
            "font cache directory"),
        pair(
            "crate of old, a text",
            crate,
            ForgedBuilt.oldCrate("rustc 1.9.0", "name or form"),
            "crate element 0x100",
            "crate text at 0x17"),
        pair(
            "crate, its compiler",
            ForgedBuilt.crate(4, "rustc 1.80"),
            ForgedBuilt.crate(4, "rustc 1.81"),
            "crate content",
            "crate content, bytes from 0x12",
            "crate text at 0x11"),
        pair(
            "bitcode, a text",
            bitcode,
            ForgedBuilt.bitcode("armv7a", "exit", 5),
            "bitcode module record 1"),
        pair(
            "bitcode, a number",
            bitcode,
            ForgedBuilt.bitcode("x86_64", "exit", 6),
            "bitcode module record 2"),
        pair(
            "bitcode in a wrapper, a label",
            ForgedBuilt.wrapped(bitcode),
            ForgedBuilt.wrapped(ForgedBuilt.bitcode("x86_64", "tixe", 5)),
            "bitcode module/names label 3"),
        pair("r, a number", list, ForgedBuilt.rList("a", 2), "R object", "R object"),
        pair("r, a name", list, ForgedBuilt.rList("b", 1), "R object", "R object"),
        pair(
            "r, a constant of a function",
            plus,
            ForgedBuilt.rFunction("+", 2.5),
            "R object",
            "R object"),
        pair(
            "r, an instruction of a function",
            ForgedBuilt.rCode(1, 12),
            ForgedBuilt.rCode(1, 13),
            "R object",
            "R object"),
        pair(
            "database of r, one object of two",
            ForgedBuilt.rDatabase(list, plus),
            ForgedBuilt.rDatabase(list, ForgedBuilt.rFunction("-", 1.5)),
            "R object",
            "R object",
            "compressed stream"),
        pair(
            "inventory beside the same without its head",
            ForgedMedia.inventory("1", "os"),
            ForgedMedia.namesAlone("os"),
            "inventory line 1",
            "inventory line 2",
            "inventory line 3",
            "inventory line 4"));
  }
}
