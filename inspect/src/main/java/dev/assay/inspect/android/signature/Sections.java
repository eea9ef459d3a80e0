package dev.assay.inspect.android.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest or signature file of a JAR: sections of attributes, each ended by an empty line, lines
 * continued by a space (JAR File Specification, "Notes on Manifest and Signature Files").
 *
 * @param main the first section
 * @param named the others by the member they are about; the first of a name counts
 */
record Sections(Section main, Map<String, Section> named) {
  private static final int MAX_SECTIONS = 200_000;

  /**
   * @param from first byte in the file
   * @param to after its empty line
   * @param attributes by name in lower case
   */
  record Section(int from, int to, Map<String, String> attributes) {
    Optional<String> attribute(String name) {
      return Optional.ofNullable(attributes.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  static Sections read(byte[] file) {
    Section main = new Section(0, 0, Map.of());
    Map<String, Section> named = new LinkedHashMap<>();
    boolean first = true;
    int at = 0;
    while (at < file.length && named.size() < MAX_SECTIONS) {
      Section section = section(file, at);
      at = section.to();
      if (first) {
        main = section;
        first = false;
      } else {
        section.attribute("Name").ifPresent(name -> named.putIfAbsent(name, section));
      }
    }
    return new Sections(main, named);
  }

  private static Section section(byte[] file, int start) {
    int from = start;
    while (from < file.length && (file[from] == '\r' || file[from] == '\n')) {
      from++;
    }
    List<StringBuilder> lines = new ArrayList<>();
    int at = from;
    while (at < file.length) {
      int end = at;
      while (end < file.length && file[end] != '\r' && file[end] != '\n') {
        end++;
      }
      boolean empty = end == at;
      String text = new String(file, at, end - at, StandardCharsets.ISO_8859_1);
      at = afterLine(file, end);
      if (empty) {
        break;
      }
      if (text.startsWith(" ") && !lines.isEmpty()) {
        lines.getLast().append(text, 1, text.length());
      } else {
        lines.add(new StringBuilder(text));
      }
    }
    return new Section(from, at, attributes(lines));
  }

  private static int afterLine(byte[] file, int end) {
    if (end + 1 < file.length && file[end] == '\r' && file[end + 1] == '\n') {
      return end + 2;
    }
    return Math.min(file.length, end + 1);
  }

  private static Map<String, String> attributes(List<StringBuilder> lines) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (StringBuilder each : lines) {
      // Continued lines may be cut within a character.
      String line =
          new String(each.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      int colon = line.indexOf(": ");
      if (colon > 0) {
        attributes.putIfAbsent(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
      }
    }
    return attributes;
  }
}
