package dev.assay.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.model.Evaluation;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** Writes bundles. */
public final class Bundle {
  private static final Set<String> OF_ONE_RUN =
      Set.of(BundleFiles.RUN, BundleFiles.ATTESTATION, BundleFiles.TEST_RESULT);

  private Bundle() {}

  /** A view of the evaluation that is written beside the evidence. */
  public interface View {
    String fileName();

    void write(Evaluation evaluation, String root, OutputStream out) throws IOException;
  }

  /** {@code NAME-VERSION-DIGEST8}, with only letters, digits, dot, dash and underscore. */
  public static String defaultName(Evaluation evaluation) {
    String digest = evaluation.product().images().getFirst().sha256();
    String version = safe(evaluation.product().version());
    String short8 = digest.length() < 8 ? "00000000" : digest.substring(0, 8);
    return safe(evaluation.product().name())
        + (version.isEmpty() ? "" : "-" + version)
        + "-"
        + short8;
  }

  /**
   * Writes a whole bundle, or nothing: files go into a new directory beside {@code dir}, which then
   * takes its place. A bundle that stood there before is replaced; a directory that is not a bundle
   * is not touched. What a run left that was stopped while it wrote the same bundle is cleared up.
   *
   * @param run what may differ between runs, in order
   * @throws IOException naming what could not be written, or that {@code dir} is not a bundle
   */
  public static void write(
      Evaluation evaluation,
      BundleContent content,
      Map<String, Object> run,
      List<View> views,
      Path dir)
      throws IOException {
    place(
        dir,
        draft -> {
          List<Part> parts = new ArrayList<>();
          for (View view : views) {
            parts.add(
                () -> {
                  try (OutputStream out = open(draft.resolve(view.fileName()))) {
                    view.write(evaluation, content.root(), out);
                  }
                });
          }
          content
              .files()
              .forEach((name, lines) -> parts.add(() -> lines(draft.resolve(name), lines)));
          Part.writeAll(parts);
          Files.write(draft.resolve(BundleContent.SUMMARY), summary(content));
          runFile(draft.resolve(BundleFiles.RUN), run);
        });
  }

  /**
   * Writes a bundle whose files are known, as {@link #write} does.
   *
   * @param files bytes by name, without {@code run.json}
   */
  public static void copy(Map<String, byte[]> files, Map<String, Object> run, Path dir)
      throws IOException {
    place(
        dir,
        draft -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(draft.resolve(file.getKey()), file.getValue());
          }
          runFile(draft.resolve(BundleFiles.RUN), run);
        });
  }

  /** The bytes of a bundle's files by name, without {@code run.json} and attestations. */
  public static SequencedMap<String, byte[]> files(Path dir) throws IOException {
    SequencedMap<String, byte[]> files = new TreeMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(dir)) {
      for (Path file : all) {
        String name = file.getFileName().toString();
        if (!OF_ONE_RUN.contains(name)) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private interface Writer {
    void write(Path draft) throws IOException;
  }

  /**
   * Fails where a bundle cannot be written to {@code dir}, as far as that can be told beforehand.
   *
   * @throws IOException saying why
   */
  public static void requirePlace(Path dir) throws IOException {
    Path target = dir.toAbsolutePath();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isReplaceable(target)) {
      throw new IOException(dir + " exists and is not a bundle; choose another --out");
    }
    Path above = target.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
      throw new IOException("no files can be made in " + above);
    }
  }

  /** A process that is stopped at any moment leaves the old bundle, the new one or none. */
  private static void place(Path dir, Writer writer) throws IOException {
    requirePlace(dir);
    Path target = dir.toAbsolutePath();
    Files.createDirectories(target.getParent());
    try (Draft draft = Draft.of(target)) {
      writer.write(draft.files());
      Files.write(draft.files().resolve(BundleFiles.SUMS), Checksums.of(draft.files()));
      draft.place();
    }
  }

  /** {@code evaluation.json}: the summary with the root as its last key, and a newline. */
  static byte[] summary(BundleContent content) {
    String line = new String(content.summary(), StandardCharsets.UTF_8);
    return (line.substring(0, line.length() - 1) + ",\"root\":\"" + content.root() + "\"}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isReplaceable(Path dir) throws IOException {
    if (!Files.isDirectory(dir, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (Files.exists(dir.resolve(BundleContent.SUMMARY))) {
      return true;
    }
    try (var children = Files.newDirectoryStream(dir)) {
      return !children.iterator().hasNext();
    }
  }

  private static void lines(Path file, List<byte[]> lines) throws IOException {
    try (OutputStream out = open(file)) {
      for (byte[] line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static void runFile(Path file, Map<String, Object> run) throws IOException {
    try (JsonGenerator json = Lines.FACTORY.createGenerator(open(file))) {
      json.writeStartObject();
      for (Map.Entry<String, Object> entry : run.entrySet()) {
        switch (entry.getValue()) {
          case Number number -> json.writeNumberField(entry.getKey(), number.doubleValue());
          default -> json.writeStringField(entry.getKey(), String.valueOf(entry.getValue()));
        }
      }
      json.writeEndObject();
    }
  }

  private static String safe(String name) {
    String kept = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|(?<!-)-+$", "");
    return kept.length() > 80 ? kept.substring(0, 80) : kept;
  }
}
