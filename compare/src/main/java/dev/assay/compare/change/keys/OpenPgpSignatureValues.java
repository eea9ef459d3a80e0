package dev.assay.compare.change.keys;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Numbered;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.formats.openpgp.OpenPgpSignature;
import dev.assay.formats.openpgp.Subpacket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Fields of a signature packet by name. */
final class OpenPgpSignatureValues {
  private static final int SHOWN = 64;
  private static final String NAME = "signature ";

  private final Numbered values;

  private OpenPgpSignatureValues(Numbered values) {
    this.values = values;
  }

  /** Where they are such; else the bytes of the packet stay. */
  static void add(Bytes body, Numbered values) {
    try {
      new OpenPgpSignatureValues(values).add(OpenPgpSignature.read(body));
    } catch (Malformed unreadable) {
      values.add(NAME + "fields", unreadable.problem().message());
    }
  }

  private void add(OpenPgpSignature signature) {
    add("version", String.valueOf(signature.version()));
    String type = String.format(Locale.ROOT, "0x%02x", signature.type());
    add("type", named(type, OpenPgpNames.signature(signature.type())));
    String key = String.valueOf(signature.publicKey());
    add("public-key algorithm", named(key, OpenPgpNames.publicKey(signature.publicKey())));
    String hash = String.valueOf(signature.hash());
    add("hash algorithm", named(hash, OpenPgpNames.hash(signature.hash())));
    for (Subpacket each : signature.subpackets()) {
      boolean covered = each.area() == Subpacket.Area.HASHED || signature.version() == 3;
      String name = (covered ? "" : "unhashed ") + OpenPgpNames.subpacket(each.kind());
      add(name, told(each.kind(), bytes(each.data())));
    }
    add("left 16 bits of hash", hex(bytes(signature.left())));
    OpenPgpValues.numbers("signature", signature.numbers(), values);
  }

  private static String named(String number, String name) {
    return name.isEmpty() ? number : number + " " + name;
  }

  private static byte[] bytes(Bytes few) {
    int size = (int) few.size();
    return few.block(0, size).bytes(0, size);
  }

  private static String told(int kind, byte[] data) {
    return switch (kind) {
      case 2 -> data.length == 4 ? OpenPgpNames.time(number(data)) : hex(data);
      case 3, 9 -> data.length == 4 ? number(data) + " s later" : hex(data);
      case 6, 24, 26, 28 -> new String(data, StandardCharsets.UTF_8);
      case 20 -> notation(data);
      // The version of the key stands in front.
      case 33, 35 -> data.length > 0 ? hex(data).substring(2) : "";
      default -> hex(data);
    };
  }

  /** Flags, two lengths, name and value (§5.2.3.24). */
  private static String notation(byte[] data) {
    if (data.length < 8) {
      return hex(data);
    }
    int name = (data[4] & 0xFF) << 8 | data[5] & 0xFF;
    return name > data.length - 8
        ? hex(data)
        : new String(data, 8, name, StandardCharsets.UTF_8)
            + "="
            + new String(data, 8 + name, data.length - 8 - name, StandardCharsets.UTF_8);
  }

  private static long number(byte[] four) {
    return Long.parseLong(hex(four), 16);
  }

  private static String hex(byte[] bytes) {
    return bytes.length <= SHOWN
        ? HexFormat.of().formatHex(bytes)
        : HexFormat.of().formatHex(bytes, 0, SHOWN) + "… " + Crc.sized(Bytes.of(bytes));
  }

  private void add(String name, String value) {
    values.add(NAME + name, value);
  }
}
