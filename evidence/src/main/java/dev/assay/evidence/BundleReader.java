package dev.assay.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads the files of a bundle back as lines. */
public final class BundleReader {
  private static final String ROOT_KEY = ",\"root\":\"";
  private static final String END = "\"}\n";

  private BundleReader() {}

  /**
   * The bundle as it stands on disk, with the root it claims.
   *
   * @throws BundleException if a file is absent, unreadable or not what a bundle holds
   */
  public static BundleContent read(Path dir) throws BundleException {
    if (!Files.isDirectory(dir)) {
      throw new BundleException(dir + " is not a directory; give the folder of a bundle");
    }
    // One character a byte, so that nothing is lost on the way back.
    String summary =
        new String(bytes(dir.resolve(BundleContent.SUMMARY)), StandardCharsets.ISO_8859_1);
    int root = summary.lastIndexOf(ROOT_KEY);
    int end = root < 0 ? -1 : summary.indexOf('"', root + ROOT_KEY.length());
    if (end < 0 || !summary.substring(end).equals(END)) {
      throw new BundleException("evaluation.json does not end with its root");
    }
    SequencedMap<String, List<byte[]>> files = new LinkedHashMap<>();
    for (String file : BundleContent.FILES) {
      files.put(file, lines(bytes(dir.resolve(file)), file));
    }
    byte[] withoutRoot = (summary.substring(0, root) + "}").getBytes(StandardCharsets.ISO_8859_1);
    return new BundleContent(files, withoutRoot, summary.substring(root + ROOT_KEY.length(), end));
  }

  private static byte[] bytes(Path file) throws BundleException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BundleException(file.getFileName() + " is missing or cannot be read");
    }
  }

  private static List<byte[]> lines(byte[] all, String file) throws BundleException {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '\n') {
        lines.add(Arrays.copyOfRange(all, start, i));
        start = i + 1;
      }
    }
    if (start != all.length) {
      throw new BundleException(file + " line " + (lines.size() + 1) + " is cut short");
    }
    return lines;
  }
}
