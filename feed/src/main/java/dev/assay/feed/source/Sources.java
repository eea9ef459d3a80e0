package dev.assay.feed.source;

import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads inputs of any kind: a file, a gzip or zip of one or many, a folder of them. The kind is
 * told by content, never by name.
 */
public final class Sources {
  /** Bytes that one input may unpack to; NVD and all of OSV together stay below a tenth of it. */
  private static final long MOST_UNPACKED = 64L << 30;

  private final Intake intake;
  private final Map<SourceKind, Tally> tallies = new EnumMap<>(SourceKind.class);
  private LeftOut leftOut = LeftOut.NONE;

  /** What is understood goes to {@code intake}. */
  public Sources(Intake intake) {
    this.intake = intake;
  }

  /**
   * Reads one input to its end. What is of no known kind in a folder or an archive is left out.
   *
   * @throws BadSource if a file in it is broken, or the file itself of no known kind
   * @throws IOException if it cannot be read, or the intake fails
   */
  public void read(Path path) throws IOException, BadSource {
    if (Files.isDirectory(path)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(path)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      if (files.isEmpty()) {
        throw new BadSource(path.toString(), "expected files, found an empty folder");
      }
      for (Path file : files) {
        String name = path.getFileName() + "/" + path.relativize(file);
        if (!file(file, name)) {
          leftOut = leftOut.with(name);
        }
      }
    } else if (!file(path, String.valueOf(path.getFileName()))) {
      throw new BadSource(
          String.valueOf(path.getFileName()),
          "expected NVD, OSV, Debian tracker, Alpine secdb, KEV, EPSS or CSAF data, found none of them");
    }
  }

  /** What became of the records, by kind of source. */
  public Map<SourceKind, Tally> tallies() {
    return tallies;
  }

  /** Files beside the data that were left out. */
  public LeftOut leftOut() {
    return leftOut;
  }

  /** Whether it is of a known kind. */
  private boolean file(Path path, String name) throws IOException, BadSource {
    if (isZip(path)) {
      zip(path, name);
      return true;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return document(in, name);
    }
  }

  private static boolean isZip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(4);
      return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3;
    }
  }

  private void zip(Path path, String name) throws IOException, BadSource {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          String member = name + "!/" + Texts.shown(entry.getName());
          try (InputStream in = zip.getInputStream(entry)) {
            if (!document(in, member)) {
              leftOut = leftOut.with(member);
            }
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw new BadSource(
          name, "expected a zip archive, found a damaged one (" + e.getMessage() + ")");
    }
  }

  private boolean document(InputStream raw, String name) throws IOException, BadSource {
    Guarded guarded = new Guarded(intake);
    try {
      InputStream in = plain(raw);
      Optional<SourceKind> kind = Sniffer.kind(in);
      if (kind.isPresent()) {
        Tally tally = tallies.computeIfAbsent(kind.get(), Tally::new);
        SourceReader.of(kind.get()).read(in, new Session(name, guarded, tally));
      }
      return kind.isPresent();
    } catch (IOException e) {
      if (guarded.failed()) {
        throw e;
      }
      throw new BadSource(name, reason(e));
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof com.fasterxml.jackson.core.JsonProcessingException broken) {
      var place = broken.getLocation();
      return broken.getOriginalMessage().lines().findFirst().orElse("")
          + (place == null
              ? ""
              : " at line " + place.getLineNr() + ", column " + place.getColumnNr());
    }
    return message;
  }

  private static InputStream plain(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(4);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    InputStream unpacked = gzip ? new GZIPInputStream(in, 1 << 16) : in;
    return new BufferedInputStream(new Limited(unpacked, MOST_UNPACKED), 1 << 16);
  }

  /** Tells a failing store from a broken input. */
  private static final class Guarded implements Intake {
    private final Intake intake;
    private boolean failed;

    Guarded(Intake intake) {
      this.intake = intake;
    }

    boolean failed() {
      return failed;
    }

    @Override
    public void take(Vulnerability vulnerability) throws IOException {
      failed = true;
      intake.take(vulnerability);
      failed = false;
    }

    @Override
    public void take(Statement statement) throws IOException {
      failed = true;
      intake.take(statement);
      failed = false;
    }
  }
}
