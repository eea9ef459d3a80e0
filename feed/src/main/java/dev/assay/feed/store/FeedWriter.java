package dev.assay.feed.store;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import dev.assay.feed.source.Intake;
import dev.assay.feed.source.LeftOut;
import dev.assay.feed.source.Tally;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes a feed file. What it takes is sorted on disk beside the target, so memory does not grow
 * with the input; the target appears only when it is complete.
 */
public final class FeedWriter implements Intake, AutoCloseable {
  private final Path target;
  private final Path folder;
  private final SortedSpill flaws;
  private final SortedSpill statements;

  /** Will write {@code target}; works in a folder of its own beside it. */
  public FeedWriter(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    Path parent = this.target.getParent();
    this.folder = Files.createTempDirectory(parent == null ? Path.of("/") : parent, ".assay-feed-");
    this.flaws = new SortedSpill(folder, "flaws");
    this.statements = new SortedSpill(folder, "statements");
  }

  @Override
  public void take(Vulnerability vulnerability) throws IOException {
    flaws.add(utf8(vulnerability.id()), FlawCodec.encode(vulnerability));
  }

  @Override
  public void take(Statement statement) throws IOException {
    statements.add(utf8(statement.subject()), StatementCodec.encode(statement));
  }

  /**
   * Writes the feed.
   *
   * @param day the day the inputs stand for; empty: the newest day in the data
   * @param tallies what became of the records
   * @param leftOut files beside the data that hold none
   * @return the feed's digest, in hexadecimal
   */
  public String write(String day, Collection<Tally> tallies, LeftOut leftOut) throws IOException {
    Path part = folder.resolve("feed");
    MessageDigest digest = sha256();
    byte[] sum;
    try (var file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(new DigestOutputStream(file, digest), 1 << 16));
      Sections sections = new Sections(out);
      sections.head();
      sections.flaws(flaws);
      sections.products(statements);
      sections.about(About.of(day, tallies, leftOut));
      sections.tail();
      out.flush();
      sum = digest.digest();
      file.write(sum);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return HexFormat.of().formatHex(sum);
  }

  /** Takes the working folder away. */
  @Override
  public void close() throws IOException {
    flaws.close();
    statements.close();
    Files.deleteIfExists(folder.resolve("feed"));
    Files.deleteIfExists(folder);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The parts of the file in their order. */
  private static final class Sections {
    private final DataOutputStream out;
    private final IndexBuilder flawIndex = new IndexBuilder();
    private final IndexBuilder productIndex = new IndexBuilder();
    private final ByteArrayOutputStream tableBytes = new ByteArrayOutputStream();
    private final DataOutputStream table = new DataOutputStream(tableBytes);

    /** DataOutputStream counts in an int only. */
    private long at;

    Sections(DataOutputStream out) {
      this.out = out;
    }

    void head() throws IOException {
      put(Layout.MAGIC);
      out.writeInt(Layout.VERSION);
      out.writeInt(0);
      at += 8;
      table.writeInt(0);
    }

    void flaws(SortedSpill spill) throws IOException {
      long start = at;
      List<Entry> same = new ArrayList<>();
      spill.drain(
          entry -> {
            if (!same.isEmpty() && !same.getFirst().sameKey(entry)) {
              flaw(same);
              same.clear();
            }
            same.add(entry);
          });
      if (!same.isEmpty()) {
        flaw(same);
      }
      section(start, at - start);
    }

    /** All that was said of one flaw becomes one record, the preferred source's word first. */
    private void flaw(List<Entry> same) throws IOException {
      String id = new String(same.getFirst().key(), StandardCharsets.UTF_8);
      Vulnerability joined =
          same.stream()
              .map(entry -> FlawCodec.decode(id, Cursor.over(entry.value(), 0)))
              .reduce(Vulnerability::and)
              .orElseThrow();
      long start = at;
      put(new Encoder().text(id).block(FlawCodec.encode(joined)).bytes());
      flawIndex.add(same.getFirst().key(), start, length(id, start));
    }

    void products(SortedSpill spill) throws IOException {
      long start = at;
      List<Entry> same = new ArrayList<>();
      spill.drain(
          entry -> {
            if (!same.isEmpty() && !same.getFirst().sameKey(entry)) {
              product(same);
              same.clear();
            }
            same.add(entry);
          });
      if (!same.isEmpty()) {
        product(same);
      }
      section(start, at - start);
    }

    private void product(List<Entry> same) throws IOException {
      long start = at;
      put(new Encoder().block(same.getFirst().key()).number(same.size()).bytes());
      for (Entry entry : same) {
        put(new Encoder().block(entry.value()).bytes());
      }
      byte[] key = same.getFirst().key();
      productIndex.add(key, start, length(new String(key, StandardCharsets.UTF_8), start));
    }

    private long length(String key, long start) throws IOException {
      if (at - start > Layout.LONGEST_ENTRY) {
        throw new IOException(
            "expected at most "
                + Layout.LONGEST_ENTRY
                + " bytes on "
                + key
                + ", the sources have "
                + (at - start));
      }
      return at - start;
    }

    void about(About about) throws IOException {
      long start = at;
      put(about.encode());
      section(start, at - start);
    }

    void tail() throws IOException {
      section(at, flawIndex.size());
      put(flawIndex.bytes());
      section(at, productIndex.size());
      put(productIndex.bytes());
      put(tableBytes.toByteArray());
    }

    private void section(long start, long count) throws IOException {
      table.writeLong(start);
      table.writeLong(count);
    }

    private void put(byte[] bytes) throws IOException {
      out.write(bytes);
      at += bytes.length;
    }
  }
}
