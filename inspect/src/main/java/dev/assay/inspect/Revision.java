package dev.assay.inspect;

import dev.assay.formats.Bytes;
import dev.assay.formats.Formats;
import dev.assay.inspect.match.Signature;
import dev.assay.inspect.match.Signatures;
import dev.assay.inspect.scan.Digests;
import dev.assay.inspect.scan.Limits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/**
 * Names all that facts of contents depend on beside the contents: what is remembered under one name
 * is not found under another.
 */
final class Revision {
  private Revision() {}

  static String of(
      List<ContentInspector<?>> inspectors,
      Signatures signatures,
      List<String> reads,
      Limits limits) {
    StringBuilder all = new StringBuilder();
    for (ContentInspector<?> inspector : inspectors) {
      all.append(inspector.getClass().getName()).append(' ').append(inspector.revision());
      all.append('\n');
    }
    for (Signature signature : signatures.all()) {
      all.append(signature).append('\n');
    }
    reads.forEach(pattern -> all.append(pattern).append('\n'));
    all.append(limits).append('\n');
    all.append(code(Formats.class)).append(code(Revision.class));
    byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
    return Digests.sha256(Bytes.of(text)).substring(0, 16);
  }

  /** Digest of the JAR of a class; none where classes are run from a folder of a build. */
  private static String code(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "";
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar) ? Digests.sha256(Bytes.of(Files.readAllBytes(jar))) : "";
    } catch (IOException | URISyntaxException e) {
      return "";
    }
  }
}
