package dev.assay.formats.apk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The signing block of an Android package.
 *
 * @param schemes {@code v2}, {@code v3}, {@code v3.1}, in that order
 * @param certificates DER of the first certificate of each signer, newest scheme first
 */
public record ApkSigningBlock(List<String> schemes, List<byte[]> certificates) {
  private static final String MAGIC = "APK Sig Block 42";
  private static final int MAX_SIZE = 16 << 20;
  private static final int MAX_PAIRS = 1000;
  private static final ApkSigningBlock NONE = new ApkSigningBlock(List.of(), List.of());

  private static final int V2 = 0x7109871A;
  private static final int V3 = 0xF05368C0;
  private static final int V31 = 0x1B93AD61;

  /** The block before a central directory; without schemes where there is none. */
  public static ApkSigningBlock before(Bytes content, long directory) {
    if (directory < 32 || !content.has(directory - 16, MAGIC)) {
      return NONE;
    }
    long size = content.block(directory - 24, 8).i64le(0);
    if (size < 24 || size > MAX_SIZE || size > directory - 8) {
      return NONE;
    }
    Block pairs = content.block(directory - size, (int) size - 24);
    List<String> schemes = new ArrayList<>();
    List<byte[]> certificates = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < MAX_PAIRS && at + 12 <= pairs.size(); i++) {
      long length = pairs.i64le(at);
      if (length < 4 || length > pairs.size() - at - 8) {
        break;
      }
      String scheme = scheme(pairs.i32le(at + 8));
      if (!scheme.isEmpty()) {
        schemes.add(scheme);
        certificates.addAll(0, certificates(pairs.slice(at + 12, (int) length - 4)));
      }
      at += 8 + (int) length;
    }
    return new ApkSigningBlock(schemes.stream().sorted().toList(), List.copyOf(certificates));
  }

  private static String scheme(int id) {
    return switch (id) {
      case V2 -> "v2";
      case V3 -> "v3";
      case V31 -> "v3.1";
      default -> "";
    };
  }

  private static List<byte[]> certificates(Block value) {
    List<byte[]> found = new ArrayList<>();
    Block signers = prefixed(value, 0);
    int at = 0;
    while (at + 4 <= signers.size() && found.size() < 10) {
      Block signer = prefixed(signers, at);
      at += 4 + signer.size();
      if (signer.size() < 12) {
        continue;
      }
      Block signed = prefixed(signer, 0);
      Block digests = prefixed(signed, 0);
      Block chain = prefixed(signed, 4 + digests.size());
      if (chain.size() > 4) {
        Block first = prefixed(chain, 0);
        found.add(first.bytes(0, first.size()));
      }
    }
    return found;
  }

  /** What follows a length of four bytes; cut short where the length is too long. */
  private static Block prefixed(Block block, int at) {
    if (at + 4 > block.size()) {
      return block.slice(block.size(), 0);
    }
    int length = (int) Math.min(block.u32le(at), block.size() - at - 4L);
    return block.slice(at + 4, length);
  }
}
