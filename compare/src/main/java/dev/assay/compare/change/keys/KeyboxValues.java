package dev.assay.compare.change.keys;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HexFormat;
import java.util.Locale;

/** Blobs of GnuPG's keybox (GnuPG, kbx/keybox-blob.c): its header, and keys by fingerprint. */
public final class KeyboxValues implements Values {
  private static final int LEAST = 6;
  private static final int HEADER = 32;
  private static final int CHECKSUM = 20;

  @Override
  public String what() {
    return "keybox";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-gnupg-keybox");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    long at = 0;
    while (at < content.size()) {
      long size = content.block(at, LEAST).u32be(0);
      if (size < LEAST) {
        throw new Malformed("keybox.size", at, "a blob of " + size + " bytes");
      }
      blob(content.slice(at, size), values);
      at += size;
    }
    return values.toValueSet();
  }

  /** What stands behind tables and at the end, where the tables fit. */
  private static void fields(String name, Bytes blob, Numbered values) {
    try {
      Block checksum = blob.from(blob.size() - CHECKSUM).block(0, CHECKSUM);
      values.add(name + " created", created(blob) + " s since 1970");
      values.add(name + " checksum", HexFormat.of().formatHex(checksum.bytes(0, CHECKSUM)));
    } catch (Malformed cut) {
      // The bytes of the whole stay.
    }
  }

  /** Behind tables of keys, the serial number, tables of user ids and of signatures. */
  private static long created(Bytes blob) {
    Block head = blob.block(0, 20);
    long at = 20 + (long) head.u16be(16) * head.u16be(18);
    at += 2 + blob.block(at, 2).u16be(0);
    for (int table = 0; table < 2; table++) {
      Block sizes = blob.block(at, 4);
      at += 4 + (long) sizes.u16be(0) * sizes.u16be(2);
    }
    return blob.block(at, 16).u32be(12);
  }

  private static void blob(Bytes blob, Numbered values) {
    Block head = blob.head(64);
    switch (head.u8(4)) {
      case 1 -> {
        values.add("version and flags", "%d, 0x%x".formatted(head.u8(5), head.u16be(6)));
        values.add("created", head.u32be(16) + " s since 1970");
        values.add("maintained", head.u32be(20) + " s since 1970");
        values.add("spare fields of the header", blob.slice(24, HEADER - 24L));
        values.rest("behind the header", blob, HEADER);
      }
      case 2, 3 -> {
        String print = HexFormat.of().formatHex(head.bytes(20, 20)).toUpperCase(Locale.ROOT);
        values.add("key " + print + " flags", "0x%x".formatted(head.u16be(6)));
        values.add("key " + print, blob.slice(head.u32be(8), head.u32be(12)));
        fields("key " + print, blob, values);
        values.add("all of key " + print, blob);
      }
      default -> values.add("blob of kind " + head.u8(4), blob);
    }
  }
}
