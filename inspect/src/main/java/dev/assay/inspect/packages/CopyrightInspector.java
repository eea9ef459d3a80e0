package dev.assay.inspect.packages;

import dev.assay.formats.Bytes;
import dev.assay.inspect.ContentInspector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Debian's copyright files where a machine can (DEP 5, "Machine-readable debian/copyright
 * file" 1.0): paragraphs with {@code Files:} say which licence those files have. What only the
 * packaging has is left out, since it is not in the package.
 */
public final class CopyrightInspector implements ContentInspector<CopyrightFacts> {
  private static final String MARKER = "copyright-format/1.0";
  private static final int LARGEST = 4 << 20;
  private static final int MOST_LICENSES = 100;
  private static final int LONGEST_NAME = 200;

  @Override
  public Class<CopyrightFacts> facts() {
    return CopyrightFacts.class;
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public List<String> markers() {
    return List.of(MARKER);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return markers.contains(MARKER) && content.size() <= LARGEST && content.has(0, "Format");
  }

  @Override
  public Optional<CopyrightFacts> inspect(Bytes content) {
    Set<String> licenses = new LinkedHashSet<>();
    boolean passed = false;
    for (String line :
        new String(content.toArray(LARGEST), StandardCharsets.UTF_8).split("\r?\n")) {
      if (line.isBlank()) {
        passed = true;
      } else if (line.startsWith("Format:")) {
        passed = false;
      } else if (line.startsWith("Files:")) {
        passed = line.substring("Files:".length()).strip().startsWith("debian/");
      } else if (line.startsWith("License:") && !passed) {
        add(line.substring("License:".length()).strip(), licenses);
      }
    }
    return Optional.of(new CopyrightFacts(List.copyOf(licenses)));
  }

  private static void add(String license, Set<String> licenses) {
    if (!license.isEmpty() && license.length() <= LONGEST_NAME && licenses.size() < MOST_LICENSES) {
      licenses.add(license);
    }
  }
}
