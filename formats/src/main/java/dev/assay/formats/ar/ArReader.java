package dev.assay.formats.ar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Names;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Walks one archive. */
final class ArReader {
  private static final int MAX_NAME = 64 << 10;

  private final Bytes content;
  private final Listing listing;
  private Bytes longNames = Bytes.of(new byte[0]);

  ArReader(Bytes content, Listing listing) {
    this.content = content;
    this.listing = listing;
  }

  void read() {
    long at = Ar.MAGIC.length();
    while (at < content.size()) {
      if (!ArHeader.isAt(content, at)) {
        if (Zeros.after(content, at) == content.size()) {
          return;
        }
        listing.problem(
            new Problem(
                "ar.header",
                at,
                "expected a member's header, found none; the rest is listed as `[trailing]`"));
        listing.add(Entry.part("[trailing]", Content.of(content.from(at))));
        return;
      }
      ArHeader header = ArHeader.read(content, at);
      member(header, at);
      at = header.next();
    }
  }

  private void member(ArHeader header, long at) {
    Bytes data =
        content.slice(header.data(), Math.min(header.size(), content.size() - header.data()));
    List<Problem> problems =
        data.size() == header.size()
            ? List.of()
            : List.of(
                new Problem(
                    "ar.truncated",
                    at,
                    "announces "
                        + header.size()
                        + " bytes, there are "
                        + data.size()
                        + "; these are kept"));
    String stored = new String(header.name(), StandardCharsets.ISO_8859_1);
    switch (stored) {
      case "/", "/SYM64/", "__.SYMDEF", "__.SYMDEF SORTED" -> {}
      case "//" -> longNames = data;
      default -> {
        int inData = stored.startsWith("#1/") ? number(stored.substring(3)) : -1;
        boolean bsd = inData >= 0 && inData <= Math.min(MAX_NAME, data.size());
        String name = bsd ? bsdName(data, inData) : gnuName(header.name(), stored);
        if (!name.startsWith("__.SYMDEF")) {
          Content body = Content.of(bsd ? data.from(inData) : data);
          Entry.Attributes attributes =
              Entry.Attributes.of(header.mode(), header.uid(), header.gid());
          listing.add(Entry.file(name, attributes, body).withProblems(problems));
        }
      }
    }
  }

  private static String bsdName(Bytes data, int size) {
    return Names.decode(until(data.block(0, size), (byte) 0));
  }

  private String gnuName(byte[] name, String stored) {
    int offset = stored.startsWith("/") ? number(stored.substring(1)) : -1;
    if (offset >= 0 && offset < longNames.size()) {
      return withoutSlash(Names.decode(until(longNames.blockUpTo(offset, MAX_NAME), (byte) '\n')));
    }
    return withoutSlash(Names.decode(name));
  }

  private static String withoutSlash(String name) {
    return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private static byte[] until(Block block, byte end) {
    byte[] all = block.bytes(0, block.size());
    int stop = 0;
    while (stop < all.length && all[stop] != end) {
      stop++;
    }
    return Arrays.copyOf(all, stop);
  }

  private static int number(String digits) {
    try {
      return digits.isEmpty() || !Character.isDigit(digits.charAt(0))
          ? -1
          : Integer.parseInt(digits.strip());
    } catch (NumberFormatException notOne) {
      return -1;
    }
  }
}
