package dev.assay.inspect.firmware;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An archive that is a firmware image by its first member.
 *
 * @param format for people
 * @param digests SHA-256 of its members, in lower case, by the name under which they are listed, in
 *     its order
 */
record Bundle(String format, Map<String, String> digests) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST = 1 << 20;

  /** Where the first member of a cpio archive has its name, and what SWUpdate calls it. */
  private static final int CPIO_HEADER = 110;

  private static final String DESCRIPTION = "sw-description\0";
  private static final int DESCRIPTION_AT = 128;

  private static final int TAR_BLOCK = 512;
  private static final int TAR_SIZE_AT = 124;
  private static final String VERSION = "{\"format\":\"mender\"";
  private static final String MANIFEST = "manifest\0";

  static Optional<Bundle> of(Bytes content) {
    if (content.has(CPIO_HEADER, DESCRIPTION) && content.has(0, "07070")) {
      return Optional.of(new Bundle("SWUpdate", SwDescription.digests(description(content))));
    }
    if (content.has(0, "version\0") && content.has(TAR_BLOCK, VERSION)) {
      return Optional.of(new Bundle("Mender", listed(manifest(content))));
    }
    return Optional.empty();
  }

  static boolean isDigest(String text) {
    return SHA256.matcher(text).matches();
  }

  private static String description(Bytes content) {
    return text(content, DESCRIPTION_AT, number(content.block(0, CPIO_HEADER).latin1(54, 8), 16));
  }

  /** The second member. */
  private static String manifest(Bytes content) {
    long at = 2L * TAR_BLOCK;
    if (!content.has(at, MANIFEST) || content.size() - at < TAR_BLOCK) {
      return "";
    }
    String size = content.block(at, TAR_BLOCK).latin1(TAR_SIZE_AT, 11);
    return text(content, at + TAR_BLOCK, number(size, 8));
  }

  private static String text(Bytes content, long at, long size) {
    int there = (int) Math.clamp(Math.min(size, content.size() - at), 0, MOST);
    if (there == 0) {
      return "";
    }
    Block block = content.block(at, there);
    return block.latin1(0, there);
  }

  /** 0 where it is no number. */
  private static long number(String digits, int radix) {
    try {
      return Math.max(0, Long.parseLong(digits.strip(), radix));
    } catch (NumberFormatException damaged) {
      return 0;
    }
  }

  /** As sha256sum writes it. */
  private static Map<String, String> listed(String manifest) {
    Map<String, String> digests = new TreeMap<>();
    for (String line : manifest.split("\n")) {
      String[] words = line.split(" {2}", 2);
      if (words.length == 2 && isDigest(words[0])) {
        digests.put(words[1], words[0]);
      }
    }
    return Collections.unmodifiableMap(digests);
  }
}
