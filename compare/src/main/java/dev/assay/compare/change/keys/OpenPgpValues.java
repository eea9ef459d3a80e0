package dev.assay.compare.change.keys;

import dev.assay.compare.change.Inflated;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.formats.openpgp.OpenPgpPacket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** Packets of OpenPGP messages and keys (RFC 9580 §4, §5), also in ASCII armour. */
public final class OpenPgpValues implements Values {
  private static final int MAX = 16 << 20;
  private static final int DEEPEST = 8;
  private static final Set<String> TYPES =
      Set.of("application/pgp-encrypted", "application/pgp-keys");
  private static final Pattern NAME = Pattern.compile(".*\\.(pgp|gpg|sig)");

  @Override
  public String what() {
    return "packet";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() > 1
        && content.size() <= MAX
        && (TYPES.contains(type) || type.isEmpty() && NAME.matcher(path).matches());
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    if (content.has(0, Armour.BEGIN)) {
      Armour.in(content.text(MAX)).forEach(armour -> armour.add(values));
    } else {
      packets(content, values, 0);
    }
    return values.toValueSet();
  }

  /**
   * @throws Malformed where they are not packets one after the other
   */
  static void packets(Bytes content, Numbered values) {
    packets(content, values, 0);
  }

  private static void packets(Bytes content, Numbered values, int depth) {
    if (depth > DEEPEST) {
      throw new Malformed("pgp.depth", -1, "packets are nested too deeply");
    }
    for (OpenPgpPacket each : OpenPgpPacket.all(content)) {
      packet(each.tag(), each.body(), values, depth);
    }
  }

  private static void packet(int tag, Bytes body, Numbered values, int depth) {
    switch (tag) {
      case 1 -> {
        values.add("session key for", HexFormat.of().formatHex(body.block(1, 8).bytes(0, 8)));
        numbers("session key", body.from(10), values);
      }
      case 2 -> OpenPgpSignatureValues.add(body, values);
      case 6, 14 ->
          values.add(
              tag == 6 ? "key" : "subkey",
              "version %d, made %d s since 1970"
                  .formatted(body.block(0, 1).u8(0), body.block(1, 4).u32be(0)));
      case 8 -> packets(inflated(body), values, depth + 1);
      case 11 -> {
        int name = body.block(1, 1).u8(0);
        values.add("literal name", body.block(2, name).latin1(0, name));
        values.add("literal date", OpenPgpNames.time(body.block(2L + name, 4).u32be(0)));
        values.add("literal data", body.from(6L + name));
      }
      case 13 -> values.add("user", new String(body.toArray(MAX), StandardCharsets.UTF_8));
      default -> {}
    }
    values.add(name(tag), body);
  }

  /** Lengths of the numbers that follow each other, as far as they are such (§3.2). */
  static void numbers(String name, Bytes numbers, Numbered values) {
    long at = 0;
    while (at + 2 <= numbers.size()) {
      int bits = numbers.block(at, 2).u16be(0);
      at += 2 + (bits + 7) / 8;
      if (at > numbers.size()) {
        return;
      }
      values.add(name + " number", bits + " bits");
    }
  }

  private static String name(int tag) {
    return switch (tag) {
      case 1 -> "encrypted session key";
      case 2 -> "signature";
      case 4 -> "one-pass signature";
      case 8 -> "compressed data";
      case 9, 18, 20 -> "encrypted data";
      default -> "of kind " + tag;
    };
  }

  /** The first byte tells how: 1 is deflate, 2 zlib. */
  private static Bytes inflated(Bytes body) {
    int how = body.block(0, 1).u8(0);
    if (how != 1 && how != 2) {
      throw new Malformed("pgp.compression", -1, "compression " + how + " is not read");
    }
    return Bytes.of(Inflated.of(body.from(1), how == 1, MAX));
  }
}
