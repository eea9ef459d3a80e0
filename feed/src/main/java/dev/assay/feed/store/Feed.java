package dev.assay.feed.store;

import dev.assay.feed.Statement;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An open feed file. Thread-safe; look-ups search the mapped indexes, read one entry and keep
 * nothing: pages of entries scattered over the file cost more time and memory mapped than read.
 * Every method may throw {@link BadFeed}.
 */
public final class Feed implements AutoCloseable {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Where a section lies; {@code count} is bytes, or entries of an index. */
  private record Section(long offset, long count) {}

  private final Arena arena;
  private final FileChannel channel;
  private final MemorySegment file;
  private final String digest;
  private final List<Section> sections;
  private final About about;

  private Feed(Arena arena, FileChannel channel, MemorySegment file, String digest) {
    this.arena = arena;
    this.channel = channel;
    this.file = file;
    this.digest = digest;
    this.sections = sections(file);
    Section said = sections.get(2);
    this.about = About.decode(entry(said.offset(), said.count()));
  }

  /**
   * Opens a feed and checks its digest.
   *
   * @throws BadFeed if it is damaged or no feed
   * @throws IOException if it cannot be read
   */
  @SuppressWarnings("MustBeClosed") // Closed with the feed.
  public static Feed open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      long size = channel.size();
      if (size < Layout.HEAD + Layout.TABLE + Layout.DIGEST) {
        throw new BadFeed("expected a feed file, found " + size + " bytes");
      }
      MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      head(file);
      return new Feed(arena, channel, file, checkedDigest(channel, size));
    } catch (IOException | RuntimeException e) {
      arena.close();
      channel.close();
      throw e;
    }
  }

  private static void head(MemorySegment file) {
    if (!Arrays.equals(file.asSlice(0, 8).toArray(ValueLayout.JAVA_BYTE), Layout.MAGIC)) {
      throw new BadFeed("expected a feed file, found other data; `assay feed import` makes one");
    }
    int version = file.get(INT, 8);
    if (version != Layout.VERSION) {
      throw new BadFeed(
          "expected a feed of version "
              + Layout.VERSION
              + ", found version "
              + version
              + "; import it again");
    }
  }

  /** Reads through a buffer: pages touched in the mapping would count as memory of ours. */
  private static String checkedDigest(FileChannel channel, long size) throws IOException {
    MessageDigest sha256 = FeedWriter.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    long end = size - Layout.DIGEST;
    long at = 0;
    while (at < end) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      int count = channel.read(buffer, at);
      if (count <= 0) {
        throw new BadFeed("expected " + size + " bytes in the feed, found " + at);
      }
      at += count;
      sha256.update(buffer.flip());
    }
    ByteBuffer stored = ByteBuffer.allocate(Layout.DIGEST);
    while (stored.hasRemaining() && channel.read(stored, end + stored.position()) > 0) {
      // Until it is full.
    }
    byte[] computed = sha256.digest();
    if (!Arrays.equals(computed, stored.array())) {
      throw new BadFeed(
          "expected the digest "
              + HexFormat.of().formatHex(stored.array())
              + " of the feed, computed "
              + HexFormat.of().formatHex(computed)
              + ": it is damaged, import it again");
    }
    return HexFormat.of().formatHex(computed);
  }

  private static List<Section> sections(MemorySegment file) {
    long table = file.byteSize() - Layout.DIGEST - Layout.TABLE;
    Section[] sections = new Section[Layout.SECTIONS];
    for (int i = 0; i < sections.length; i++) {
      long offset = file.get(LONG, table + 4 + 16L * i);
      long count = file.get(LONG, table + 12 + 16L * i);
      long unit = i < 3 ? 1 : IndexBuilder.ENTRY;
      if (offset < Layout.HEAD || offset > table || count < 0 || count > (table - offset) / unit) {
        throw new BadFeed(
            "expected section " + i + " inside the feed, found " + count + " at byte " + offset);
      }
      sections[i] = new Section(offset, count);
    }
    return List.of(sections);
  }

  /** SHA-256 over the feed, in hexadecimal: names exactly this content. */
  public String digest() {
    return digest;
  }

  /** Its day and sources. */
  public About about() {
    return about;
  }

  /** Number of flaws it knows. */
  public long flaws() {
    return sections.get(3).count();
  }

  /** Number of products it has statements on. */
  public long products() {
    return sections.get(4).count();
  }

  /** Size of the file in bytes. */
  public long size() {
    return file.byteSize();
  }

  /** All that is said about a product; see {@link dev.assay.feed.Subject} for keys. */
  public List<Statement> statements(String subject) {
    Function<Cursor, Statement> statement = in -> StatementCodec.decode(subject, in);
    return guarded(
        () ->
            find(sections.get(1), sections.get(4), subject)
                .map(in -> in.list(each -> each.block(statement)))
                .orElse(List.of()));
  }

  /** What is known of a flaw, by its canonical id. */
  public Optional<Vulnerability> vulnerability(String id) {
    return guarded(
        () ->
            find(sections.get(0), sections.get(3), id)
                .map(in -> in.block(body -> FlawCodec.decode(id, body))));
  }

  /** Searches an index; the cursor stands behind the key. */
  private Optional<Cursor> find(Section content, Section index, String key) {
    byte[] wanted = FeedWriter.utf8(key);
    long hash = KeyHash.of(wanted);
    for (long i = first(index, hash); i < index.count() && hash(index, i) == hash; i++) {
      long entry = index.offset() + IndexBuilder.ENTRY * i;
      long offset = file.get(LONG, entry + 8);
      long length = file.get(LONG, entry + 16);
      if (offset < content.offset()
          || length < 0
          || offset > content.offset() + content.count() - length) {
        throw new BadFeed(
            "expected an entry in its section, found " + length + " bytes at byte " + offset);
      }
      Cursor cursor = entry(offset, length);
      if (cursor.compareText(wanted) == 0) {
        return Optional.of(cursor);
      }
    }
    return Optional.empty();
  }

  /** Reads the bytes there, which lie inside the file. */
  private Cursor entry(long offset, long length) {
    if (length > Layout.LONGEST_ENTRY) {
      throw new BadFeed(
          "expected at most " + Layout.LONGEST_ENTRY + " bytes at byte " + offset + " of the feed");
    }
    byte[] bytes = new byte[(int) length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) <= 0) {
          throw new BadFeed("expected the feed to stay as long as it is while it is read");
        }
      }
    } catch (IOException e) {
      throw new BadFeed("expected to read the feed: " + e.getMessage());
    }
    return Cursor.over(bytes, offset);
  }

  /** The first entry whose hash is not below {@code hash}. */
  private long first(Section index, long hash) {
    long low = 0;
    long high = index.count();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (Long.compareUnsigned(hash(index, middle), hash) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long hash(Section index, long entry) {
    return file.get(LONG, index.offset() + IndexBuilder.ENTRY * entry);
  }

  /** A file that is cut off while it is mapped shows as an error of the virtual machine. */
  private static <T> T guarded(Supplier<T> lookup) {
    try {
      return lookup.get();
    } catch (InternalError e) {
      throw new BadFeed("expected the feed to stay as it is while it is read: " + e.getMessage());
    }
  }

  /** Nothing may be looked up afterwards. */
  @Override
  public void close() {
    arena.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
