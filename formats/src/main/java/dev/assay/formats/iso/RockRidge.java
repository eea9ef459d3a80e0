package dev.assay.formats.iso;

import dev.assay.formats.Block;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Names;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** What the Rock Ridge fields of one record tell. */
final class RockRidge {
  private static final int CONTINUES = 1;
  private static final int CURRENT = 2;
  private static final int PARENT = 4;
  private static final int ROOT = 8;

  private final ByteArrayOutputStream name = new ByteArrayOutputStream();
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private boolean targetContinues = true;
  private int mode;
  private int uid;
  private int gid;
  private long high;
  private long low;
  private OptionalLong child = OptionalLong.empty();
  private boolean relocated;
  private Optional<Zisofs> zisofs = Optional.empty();

  static RockRidge of(Iterable<SystemUse.Field> fields) {
    RockRidge told = new RockRidge();
    for (SystemUse.Field field : fields) {
      told.take(field.signature(), field.body());
    }
    return told;
  }

  private void take(String signature, Block body) {
    switch (signature) {
      case "NM" -> {
        if (body.size() > 5 && (body.u8(4) & (CURRENT | PARENT)) == 0) {
          name.writeBytes(body.bytes(5, body.size() - 5));
        }
      }
      case "PX" -> {
        mode = body.i32le(4);
        uid = body.size() >= 28 ? body.i32le(20) : 0;
        gid = body.size() >= 36 ? body.i32le(28) : 0;
      }
      case "PN" -> {
        high = body.u32le(4);
        low = body.u32le(12);
      }
      case "SL" -> link(body);
      case "CL" -> child = OptionalLong.of(body.u32le(4));
      case "RE" -> relocated = true;
      case "ZF" -> zisofs = Zisofs.of(body);
      default -> {}
    }
  }

  private void link(Block body) {
    for (int at = 5; at + 2 <= body.size(); ) {
      int flags = body.u8(at);
      int length = Math.min(body.u8(at + 1), body.size() - at - 2);
      if (!targetContinues) {
        target.write('/');
      }
      // The root is a slash of its own.
      targetContinues = (flags & (CONTINUES | ROOT)) != 0;
      target.writeBytes(
          switch (flags & (CURRENT | PARENT | ROOT)) {
            case CURRENT -> ascii(".");
            case PARENT -> ascii("..");
            case ROOT -> ascii("/");
            default -> body.bytes(at + 2, length);
          });
      at += 2 + length;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The name, or empty where none is told. */
  Optional<String> name() {
    return name.size() == 0 ? Optional.empty() : Optional.of(Names.decode(name.toByteArray()));
  }

  String target() {
    return Names.decode(target.toByteArray());
  }

  EntryType type() {
    return EntryType.ofMode(mode);
  }

  Entry.Attributes attributes() {
    Entry.Attributes attributes = Entry.Attributes.of(mode, uid, gid);
    boolean device = type() == EntryType.CHARACTER_DEVICE || type() == EntryType.BLOCK_DEVICE;
    if (!device) {
      return attributes;
    }
    // Writers with 32 bits of device number leave the high field zero.
    return high == 0 && low > 0xFF
        ? attributes.withDevice(low >> 8, low & 0xFF)
        : attributes.withDevice(high, low);
  }

  /** Block of the directory this record stands for. */
  OptionalLong child() {
    return child;
  }

  /** Whether the directory is listed where it was moved from. */
  boolean isRelocated() {
    return relocated;
  }

  Optional<Zisofs> zisofs() {
    return zisofs;
  }
}
