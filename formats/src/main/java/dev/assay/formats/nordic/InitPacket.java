package dev.assay.formats.nordic;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import dev.assay.formats.proto.ProtoMessage;
import java.util.Optional;

/**
 * What a boot loader is told before a program.
 *
 * @param signed whether a signature is with it
 * @param debug whether versions are not to be compared
 * @param sha256 of the program, in the usual order; empty where it is not SHA-256
 */
record InitPacket(boolean signed, boolean debug, Optional<byte[]> sha256) {
  private static final int SHA_256 = 3;

  /**
   * @throws Malformed where it is no message, or tells of no program
   */
  static InitPacket read(Block packet) {
    ProtoMessage message = ProtoMessage.read(packet);
    ProtoMessage signed = message.message(2);
    ProtoMessage init = (message.has(2) ? signed : message).message(1).message(2);
    if (!init.has(8)) {
      throw new Malformed("nordic.init-packet", 0, "no digest of a program");
    }
    ProtoMessage hash = init.message(8);
    boolean known = hash.number(1, 0) == SHA_256;
    return new InitPacket(
        signed.bytes(3).filter(signature -> signature.size() > 0).isPresent(),
        init.number(9, 0) != 0,
        hash.bytes(2).filter(digest -> known).map(InitPacket::reversed));
  }

  private static byte[] reversed(Block digest) {
    byte[] turned = new byte[digest.size()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) digest.u8(turned.length - 1 - i);
    }
    return turned;
  }
}
