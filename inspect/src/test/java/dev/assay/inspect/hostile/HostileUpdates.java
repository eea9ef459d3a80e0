package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.cut;
import static dev.assay.inspect.hostile.Archives.flipped;
import static dev.assay.inspect.hostile.Archives.gzip;
import static dev.assay.inspect.hostile.Archives.lz4;
import static dev.assay.inspect.hostile.Archives.tar;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Lies in what updates come in: packages, layers, lists of blocks, streams. */
final class HostileUpdates extends HostileTable {
  private static final long MOST = 0xFFFF_FFFFL;
  private static final byte[] ZEROS = new byte[4 << 20];
  private static final String PROGRAM = "a program";
  private static final String SHA_256 =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Override
  void fill() {
    nordic();
    layers();
    blocks();
    logical();
    installers();
    streams();
    lzop();
    lazyLoad();
  }

  private void nordic() {
    group("updates of Nordic's chips");
    row(
        "program that is not the signed one",
        nordic(Packed.initPacket(32, 0, 16)),
        "nordic.digest");
    row("without a signature", nordic(Packed.initPacket(32, 0, 0)), "nordic.unsigned");
    row("that any version may replace", nordic(Packed.initPacket(32, 1, 16)), "nordic.debug");
    row("digest of no bytes", nordic(Packed.initPacket(0, 0, 16)), "nordic.digest");
    row("init packet cut short", nordic(cut(Packed.initPacket(32, 0, 16), -20)), "proto.message");
    row("init packet that is text", nordic(TEXT), "proto.message");
    row("init packet of nothing", nordic(new byte[0]), "nordic.init-packet");
    row("manifest of a program that is missing", tar(manifest("gone"), "app.dat=x"), NONE);
    row("manifest that is no JSON", tar("manifest.json={{{{", "app.dat=x"), NONE);
  }

  private static String manifest(String program) {
    return "manifest.json={\"manifest\":{\"application\":{\"bin_file\":\""
        + program
        + "\",\"dat_file\":\"app.dat\"}}}";
  }

  private static byte[] nordic(byte[] initPacket) {
    String packet = new String(initPacket, StandardCharsets.ISO_8859_1);
    return tar(manifest("app.bin"), "app.bin=" + PROGRAM, "app.dat=" + packet);
  }

  private void layers() {
    group("layers of containers");
    String manifest = "index.json={\"manifests\":[{\"digest\":\"%s\",\"size\":%d}]}";
    String layout = "oci-layout={\"imageLayoutVersion\":\"1.0.0\"}";
    String blob = "blobs/sha256/" + SHA_256.substring(7);
    row("OCI manifest that is missing", oci(layout, manifest, 0), "oci.missing");
    row("OCI manifest that is another", oci(layout, manifest, 2, blob + "={}"), "oci.digest");
    row("OCI manifest that is none", oci(layout, manifest, 3, blob + "={{{"), "oci.digest");
    row(
        "saved layer that is missing",
        tar("manifest.json=[{\"Config\":\"c.json\",\"Layers\":[\"gone.tar\"]}]", "c.json={}"),
        "oci.missing");
    row(
        "saved layer that is no archive",
        tar("manifest.json=[{\"Config\":\"c.json\",\"Layers\":[\"a\"]}]", "c.json={}", "a=noise"),
        "oci.layer");
  }

  private static byte[] oci(String layout, String manifest, int size, String... blobs) {
    String[] members = new String[blobs.length + 2];
    members[0] = layout;
    members[1] = String.format(manifest, SHA_256, size);
    System.arraycopy(blobs, 0, members, 2, blobs.length);
    return tar(members);
  }

  private void blocks() {
    group("lists of blocks");
    row("of a version that is not known", list("9\n1\n"), "transfer-list.version");
    row("without a number", list("4\n1\n0\n0\nnew 2,0,many\n"), "transfer-list.number");
    row("of half a range", list("4\n1\n0\n0\nnew 3,0,1,2\n"), "transfer-list.ranges");
    row("of a range that runs backwards", list("4\n1\n0\n0\nnew 2,5,1\n"), "transfer-list.ranges");
    row("that write one block twice", list("4\n2\n0\n0\nnew 4,0,1,0,1\n"), "transfer-list.overlap");
    row("that move what was there before", list("4\n1\n0\n0\nmove 2,0,1\n"), "transfer-list.delta");
    row(
        "of a block behind 1 TiB",
        list("4\n9\n0\n0\nnew 2,268435455,268435456\n"),
        "limit.expansion");
  }

  private static byte[] list(String list) {
    return tar("system.transfer.list=" + list, "system.new.dat=" + "x".repeat(8192));
  }

  private void logical() {
    group("logical partitions");
    long[] sound = {2, 0, 100};
    row("without a lie", logical(new long[] {2, 0, 102}), NONE);
    row("in the same place", logical(new long[] {2, 0, 101}), "super.overlap");
    row("behind the end", logical(new long[] {2, 0, 1 << 20}), "super.range");
    row("of 2^63 bytes", logical(new long[] {1L << 54, 0, 102}), "super.range");
    row("of 2^50 zeros", logical(new long[] {1L << 41, 1, 0}), "super.hole");
    row("on a target of no name", logical(new long[] {2, 7, 102}), "super.target");
    row("of extents that are not there", superImage(sound, "system_a", 99), "super.extents");
    row("with a name that climbs out", superImage(sound, "..", 2), "path.traversal");
    row("of which the other slot has others", Packed.superOfTwoMinds(), "super.slots");
    row(
        "that do not match in either slot",
        flipped(flipped(logical(sound), 12288 + 200), 16384 + 200),
        "super.metadata");
  }

  private static byte[] logical(long[] second) {
    return superImage(second, "system_a", 2);
  }

  private static byte[] superImage(long[] second, String name, int extents) {
    return Packed.superImage(new long[] {2, 0, 100}, second, name, extents);
  }

  private void installers() {
    group("installers");
    Draft script = Draft.little().text("#!/bin/sh\ntail -n +3 \"$0\" | gunzip\nexit 0\n");
    row("script with a bomb behind it", script.bytes(gzip(ZEROS)).done(), "limit.expansion");
    row("rpm whose header has 2^32 entries", Packed.rpm(MOST, 16), "rpm.header");
    row("rpm whose header has 4 GiB", Packed.rpm(0, MOST), "rpm.header");
    row("rpm without a payload", Packed.rpm(0, 0), NONE);
  }

  private void streams() {
    group("streams");
    row("zstd of zeros", Packed.zstd(1, 32, 128 << 10), "limit.expansion");
    row("zstd in a block", cut(Packed.zstd(1, 3, 64), -4), "zstd.truncated");
    row("zstd with a block of no kind", Packed.zstd(3, 2, 64), "zstd.damaged");
    row("zstd with a block of 2 MiB", Packed.zstd(1, 2, 0x1FFFFF), "zstd.damaged");
    row("lz4 of zeros", lz4(ZEROS), "limit.expansion");
    row("lz4 in a block", cut(lz4(TEXT), -20), "lz4.truncated");
    row("compress of 9 bits", new byte[] {0x1F, -0x63, -0x77, 'a', 0, 0, 0}, "compress.bits");
  }

  private void lazyLoad() {
    group("R lazy-load database");
    byte[] object = Packed.rObject(300, 300);
    row("without a lie", object, NONE);
    row("object of another size", Packed.rObject(300, 301), "rlazyload.size");
    row("object that is cut", cut(object, -6), "rlazyload.truncated");
    row("object whose checksum is cut", cut(object, -2), "rlazyload.truncated");
    row("object that is no zlib stream", followed(object, "0000Z12345"), "rlazyload.unsupported");
    row("head of an object at the end", followed(object, "0000"), "rlazyload.truncated");
    row("object of zeros", Packed.rObject(4 << 20, 4 << 20), "limit.expansion");
  }

  private static byte[] followed(byte[] object, String rest) {
    return Draft.big().bytes(object).text(rest).done();
  }

  private void lzop() {
    group("lzop");
    byte[] run = Packed.lzoRun(1000);
    row("without a lie", Packed.lzop(1, 0, 1004, run.length, run), NONE);
    row("header that does not match", flipped(lzop(0), 20), "lzop.header-checksum");
    row("method of no name", Packed.lzop(9, 0, 1004, run.length, run), "lzop.method");
    row("block that does not match its Adler-32", lzop(1), "lzop.checksum");
    row("block that does not match its CRC-32", lzop(0x100), "lzop.checksum");
    row("that went through a filter", lzop(0x800), "lzop.filter");
    row("extra field of 4 GiB", extra(), "lzop.truncated");
    row("block of more than it packs", Packed.lzop(1, 0, 1005, run.length, run), "lzop.damaged");
    row("block of 4 GiB in a few bytes", Packed.lzop(1, 0, MOST, run.length, run), "lzop.damaged");
    row("block of noise", Packed.lzop(1, 0, 4000, 200, TEXT), "lzop.damaged");
    row("block that is cut", cut(lzop(0), -10), "lzop.truncated");
    byte[] bomb = Packed.lzoRun(4 << 20);
    row("of one letter", Packed.lzop(1, 0, (4 << 20) + 4, bomb.length, bomb), "limit.expansion");
  }

  private static byte[] lzop(int flags) {
    byte[] run = Packed.lzoRun(1000);
    return Packed.lzop(1, flags, 1004, run.length, run);
  }

  private static byte[] extra() {
    byte[] lzop = lzop(0x40);
    return Draft.set32(lzop, 38, ByteOrder.BIG_ENDIAN, MOST);
  }
}
