package dev.assay.formats.xar;

import dev.assay.formats.Bytes;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.stream.BytesStream;
import dev.assay.formats.stream.UntrustedXml;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the table of contents and lists its files. */
final class TableOfContents {
  private static final int MAX_DEPTH = 512;
  private static final int MAX_TEXT = 64 << 10;

  private final Bytes heap;
  private final Listing listing;
  private final Deque<String> elements = new ArrayDeque<>();
  private final Deque<Map<String, String>> files = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Entry> byId = new HashMap<>();
  private final List<Link> links = new ArrayList<>();

  /**
   * A further name.
   *
   * @param original id of the file
   */
  private record Link(Entry entry, String original) {}

  TableOfContents(Bytes heap, Listing listing) {
    this.heap = heap;
    this.listing = listing;
  }

  /**
   * @throws Malformed {@code xar.table} where it is no XML; files before are listed
   */
  void read(Bytes table) {
    try {
      list(table);
    } finally {
      listLinks();
    }
  }

  private void list(Bytes table) {
    try {
      XMLStreamReader reader = UntrustedXml.open(new BytesStream(table, 0));
      while (reader.hasNext()) {
        take(reader.next(), reader);
      }
    } catch (XMLStreamException | RuntimeException damage) {
      if (damage instanceof Malformed malformed) {
        throw malformed;
      }
      throw new Malformed("xar.table", -1, String.valueOf(damage.getMessage()));
    }
  }

  private void take(int event, XMLStreamReader reader) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        String name = reader.getLocalName();
        elements.push(name);
        if (elements.size() > MAX_DEPTH) {
          throw new Malformed("limit.depth", -1, "more than " + MAX_DEPTH + " elements deep");
        }
        text.setLength(0);
        if (name.equals("file")) {
          begin(String.valueOf(reader.getAttributeValue("", "id")));
        } else if (name.equals("type") && !files.isEmpty()) {
          files.element().put("original", String.valueOf(reader.getAttributeValue("", "link")));
        } else if (name.equals("encoding") && !files.isEmpty() && isOfData()) {
          files.element().put("encoding", String.valueOf(reader.getAttributeValue("", "style")));
        }
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (text.length() < MAX_TEXT) {
          text.append(reader.getText());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> end(elements.pop());
      default -> {}
    }
  }

  /** A file in a file: the outer one is a directory, listed before it. */
  private void begin(String id) {
    if (!files.isEmpty()) {
      list(files.element());
    }
    Map<String, String> file = new HashMap<>();
    file.put("id", id);
    files.push(file);
  }

  private boolean isOfData() {
    return elements.stream().skip(1).findFirst().filter("data"::equals).isPresent();
  }

  private void end(String name) {
    if (files.isEmpty()) {
      return;
    }
    String parent = elements.isEmpty() ? "" : elements.element();
    if (name.equals("file")) {
      list(files.element());
      files.pop();
    } else if (parent.equals("file") || parent.equals("data")) {
      files.element().put(parent.equals("data") ? "data." + name : name, text.toString().strip());
    }
  }

  private void list(Map<String, String> file) {
    if (file.putIfAbsent("listed", "") != null) {
      return;
    }
    StringBuilder path = new StringBuilder();
    files
        .descendingIterator()
        .forEachRemaining(
            step ->
                path.append(path.isEmpty() ? "" : "/")
                    .append(step.getOrDefault("name", "").replace("/", "\\x2f")));
    int mode = (int) number(file, "mode", 8);
    Entry.Attributes attributes =
        Entry.Attributes.of(mode, (int) number(file, "uid", 10), (int) number(file, "gid", 10));
    Entry entry = entry(path.toString(), file, attributes);
    if (file.getOrDefault("type", "").equals("hardlink")) {
      String original = file.getOrDefault("original", "");
      if (!original.equals("original")) {
        links.add(new Link(entry, original));
        return;
      }
    }
    byId.put(file.getOrDefault("id", ""), entry);
    listing.add(entry);
  }

  /** Adds the hard links, whose originals may stand behind them. */
  private void listLinks() {
    for (Link link : links) {
      Entry original = byId.get(link.original());
      if (original == null) {
        String message = "hard link to the file of the id `" + link.original() + "`; there is none";
        listing.add(link.entry().withProblems(List.of(new Problem("xar.link", -1, message))));
      } else {
        listing.add(original.withPath(link.entry().path()));
      }
    }
  }

  private Entry entry(String path, Map<String, String> file, Entry.Attributes attributes) {
    return switch (file.getOrDefault("type", "file")) {
      case "directory" -> Entry.directory(path, attributes);
      case "symlink" -> Entry.symlink(path, attributes, file.getOrDefault("link", ""));
      case "fifo" -> Entry.other(path, EntryType.FIFO, attributes);
      case "socket" -> Entry.other(path, EntryType.SOCKET, attributes);
      case "character special" -> Entry.other(path, EntryType.CHARACTER_DEVICE, attributes);
      case "block special" -> Entry.other(path, EntryType.BLOCK_DEVICE, attributes);
      default -> content(path, file, attributes);
    };
  }

  private Entry content(String path, Map<String, String> file, Entry.Attributes attributes) {
    long offset = number(file, "data.offset", 10);
    long length = number(file, "data.length", 10);
    long there = offset < 0 ? 0 : Math.clamp(heap.size() - offset, 0, Math.max(0, length));
    Bytes stored = there == 0 ? Bytes.of(new byte[0]) : heap.slice(offset, there);
    String encoding = file.getOrDefault("encoding", "application/octet-stream");
    XarContent content = new XarContent(stored, encoding, number(file, "data.size", 10));
    Entry entry = Entry.file(path, attributes, content);
    if (there < length) {
      String message = "member of " + length + " bytes; the heap has " + there;
      return entry.withProblems(List.of(new Problem("xar.truncated", offset, message)));
    }
    return entry;
  }

  /** 0 where there is none or it is no number. */
  private static long number(Map<String, String> file, String key, int radix) {
    try {
      return Long.parseLong(file.getOrDefault(key, "0"), radix);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
