package dev.assay.inspect.kernel;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.kernel.CompressedKernel;
import dev.assay.inspect.ContentInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Finds the version banner and the embedded configuration in a kernel image. */
public final class KernelImageInspector implements ContentInspector<KernelImageFacts> {
  private static final String MARKER = "Linux version ";
  private static final byte[] BANNER = MARKER.getBytes(StandardCharsets.US_ASCII);

  /** kernel/configs.c: the marker, then a gzip member. */
  private static final byte[] CONFIG = {'I', 'K', 'C', 'F', 'G', '_', 'S', 'T', 0x1F, (byte) 0x8B};

  private static final Pattern SHAPE =
      Pattern.compile(
          "Linux version (\\d++\\.\\d++[^ ]*+) \\(((?:(?!\\) \\().)*+)\\) \\((.*)\\) [#%].*",
          Pattern.DOTALL);
  private static final int SMALLEST_ELF = 2 << 20;
  private static final int SMALLEST_UNKNOWN = 1 << 20;
  private static final int LARGEST = 256 << 20;
  private static final int MARKER_LENGTH = 8;
  private static final int MAX_CONFIG = 4 << 20;

  @Override
  public Class<KernelImageFacts> facts() {
    return KernelImageFacts.class;
  }

  @Override
  public int revision() {
    return 3;
  }

  @Override
  public List<String> markers() {
    return List.of(MARKER);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return markers.contains(MARKER)
        && content.size() <= LARGEST
        && switch (type) {
          case CompressedKernel.TYPE -> true;
          case ElfFile.PROGRAM -> content.size() >= SMALLEST_ELF;
          case "application/octet-stream" -> content.size() >= SMALLEST_UNKNOWN;
          default -> false;
        };
  }

  @Override
  public Optional<KernelImageFacts> inspect(Bytes content) {
    Block all = content.block(0, (int) content.size());
    for (int at = indexOf(all, BANNER, 0); at >= 0; at = indexOf(all, BANNER, at + 1)) {
      String line = all.cString(at, 512).lines().findFirst().orElse("");
      Matcher shape = SHAPE.matcher(line);
      if (shape.matches()) {
        int configAt = indexOf(all, CONFIG, 0);
        KernelConfig config = config(all, configAt);
        return Optional.of(
            new KernelImageFacts(
                line,
                shape.group(1),
                shape.group(3),
                at,
                configAt,
                config.options(),
                config.whole()));
      }
    }
    return Optional.empty();
  }

  private static KernelConfig config(Block all, int at) {
    if (at < 0) {
      return KernelConfig.NONE;
    }
    int start = at + MARKER_LENGTH;
    byte[] rest = all.bytes(start, Math.min(MAX_CONFIG, all.size() - start));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(rest))) {
      return KernelConfig.parse(new String(gzip.readNBytes(MAX_CONFIG), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return KernelConfig.NONE;
    }
  }

  private static int indexOf(Block block, byte[] wanted, int from) {
    byte[] array = block.array();
    int base = block.arrayOffset();
    int last = block.size() - wanted.length;
    for (int i = from; i <= last; i++) {
      if (array[base + i] == wanted[0]
          && Arrays.equals(array, base + i, base + i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
