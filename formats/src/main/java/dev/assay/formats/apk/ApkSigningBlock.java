package dev.assay.formats.apk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The signing block of an Android package.
 *
 * @param start where it begins; where the central directory does if there is none
 * @param signatures by scheme: {@code v2}, {@code v3}, {@code v3.1}
 */
public record ApkSigningBlock(long start, List<Signature> signatures) {
  private static final String MAGIC = "APK Sig Block 42";
  private static final int MAX_SIZE = 16 << 20;
  private static final int MAX_SIGNERS = 10;

  private static final int V2 = 0x7109871A;
  private static final int V3 = 0xF05368C0;
  private static final int V31 = 0x1B93AD61;

  /**
   * What one scheme says.
   *
   * @param scheme {@code v2}, {@code v3}, {@code v3.1}
   * @param at where it stands in the package
   * @param whole whether it could be read to its end
   */
  public record Signature(String scheme, long at, List<BlockSigner> signers, boolean whole) {}

  /** The block before a central directory; without signatures where there is none. */
  public static ApkSigningBlock before(Bytes content, long directory) {
    ApkSigningBlock none = new ApkSigningBlock(directory, List.of());
    if (directory < 32 || !content.has(directory - 16, MAGIC)) {
      return none;
    }
    long size = content.block(directory - 24, 8).i64le(0);
    if (size < 24 || size > MAX_SIZE || size > directory - 8) {
      return none;
    }
    // The system looks at no block whose two sizes differ.
    if (content.block(directory - size - 8, 8).i64le(0) != size) {
      return none;
    }
    Block pairs = content.block(directory - size, (int) size - 24);
    List<Signature> signatures = new ArrayList<>();
    int at = 0;
    while (at + 12 <= pairs.size()) {
      long length = pairs.i64le(at);
      if (length < 4 || length > pairs.size() - at - 8) {
        break;
      }
      String scheme = scheme(pairs.i32le(at + 8));
      // The system takes the first of an id.
      if (!scheme.isEmpty() && signatures.stream().noneMatch(s -> s.scheme().equals(scheme))) {
        Block value = pairs.slice(at + 12, (int) length - 4);
        signatures.add(read(scheme, directory - size + at + 12, value));
      }
      at += 8 + (int) length;
    }
    signatures.sort(Comparator.comparing(Signature::scheme));
    return new ApkSigningBlock(directory - size - 8, List.copyOf(signatures));
  }

  /** The names of the schemes. */
  public List<String> schemes() {
    return signatures.stream().map(Signature::scheme).toList();
  }

  /** DER of the first certificate of each signer, newest scheme first. */
  public List<byte[]> certificates() {
    return signatures.reversed().stream()
        .flatMap(signature -> signature.signers().stream())
        .flatMap(signer -> signer.certificates().stream().limit(1))
        .toList();
  }

  private static String scheme(int id) {
    return switch (id) {
      case V2 -> "v2";
      case V3 -> "v3";
      case V31 -> "v3.1";
      default -> "";
    };
  }

  private static Signature read(String scheme, long at, Block value) {
    List<BlockSigner> signers = new ArrayList<>();
    Prefixed outer = new Prefixed(value);
    Prefixed all = new Prefixed(outer.next());
    while (all.more() && signers.size() < MAX_SIGNERS) {
      signers.add(BlockSigner.read(all.next(), !scheme.equals("v2")));
    }
    boolean whole =
        !signers.isEmpty()
            && !all.more()
            && !all.cut()
            && !outer.cut()
            && signers.stream().allMatch(BlockSigner::whole);
    return new Signature(scheme, at, List.copyOf(signers), whole);
  }
}
