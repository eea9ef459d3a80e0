package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HexFormat;
import java.util.Locale;

/** Blobs of GnuPG's keybox (GnuPG, kbx/keybox-blob.c): its header, and keys by fingerprint. */
final class KeyboxValues implements Values {
  private static final int LEAST = 6;
  private static final int HEADER = 32;

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
        values.add("all of key " + print, blob);
      }
      default -> values.add("blob of kind " + head.u8(4), blob);
    }
  }
}
