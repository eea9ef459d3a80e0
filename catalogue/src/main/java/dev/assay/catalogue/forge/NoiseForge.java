package dev.assay.catalogue.forge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Content without a meaning.
 *
 * <p>Parameters: {@code size} in bytes, {@code start} (text it begins with), {@code text} (true:
 * letters and lines instead of random bytes), {@code again} (true: every second block of 16 bytes
 * is the same one, as in ECB mode).
 */
public final class NoiseForge implements Forge {
  private static final int MAX = 1 << 20;
  private static final int BLOCK = 16;

  @Override
  public String name() {
    return "noise";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    int size = p.number("size", 4096);
    byte[] start = p.text("start", "").getBytes(StandardCharsets.ISO_8859_1);
    boolean text = p.flag("text", false);
    boolean again = p.flag("again", false);
    p.done();
    if (size < start.length || size > MAX) {
      throw new IllegalArgumentException(
          "noise: size is " + start.length + " to " + MAX + ", not " + size);
    }
    byte[] content =
        text
            ? "plain words\n".repeat(size / 12 + 1).getBytes(StandardCharsets.US_ASCII)
            : TestKeys.noise("noise", size);
    for (int at = BLOCK; again && at + BLOCK <= size; at += 2 * BLOCK) {
      System.arraycopy(content, 0, content, at, BLOCK);
    }
    System.arraycopy(start, 0, content, 0, start.length);
    return Arrays.copyOf(content, size);
  }
}
