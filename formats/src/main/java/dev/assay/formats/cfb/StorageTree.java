package dev.assay.formats.cfb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.model.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Lists what the directory names. No sector is of two streams. Not for several threads. */
final class StorageTree {
  private static final int ENTRY = 128;
  private static final int STORAGE = 1;
  private static final int STREAM = 2;
  private static final int ROOT = 5;
  private static final int NONE = 0xFFFFFFFF;

  private final Bytes content;
  private final CfbHeader header;
  private final Listing listing;
  private final Chains sectors;
  private final Bytes directory;
  private final BitSet taken = new BitSet();
  private final BitSet takenPieces = new BitSet();
  private final BitSet named = new BitSet();

  /** An entry of the directory that is to be listed. */
  private record Place(String folder, int number) {}

  StorageTree(Bytes content, CfbHeader header, Listing listing) {
    this.content = content;
    this.header = header;
    this.listing = listing;
    this.sectors = Chains.ofSectors(content, header);
    Chains.Chain chain = sectors.from(header.directory(), Integer.MAX_VALUE, taken);
    tell("directory", chain);
    this.directory = spliced(chain.units());
  }

  private void tell(String what, Chains.Chain chain) {
    if (!chain.broken().isEmpty()) {
      listing.problem(new Problem("cfb.chain", -1, what + " " + chain.broken()));
    }
  }

  /**
   * @throws Malformed where there is no root
   */
  void list() {
    if (directory.size() < ENTRY || directory.block(0, ENTRY).u8(66) != ROOT) {
      throw new Malformed("cfb.root", header.at(header.directory()), "the directory has no root");
    }
    Block root = directory.block(0, ENTRY);
    named.set(0);
    Streams streams = streams(root);
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place("", root.i32le(76)));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (place.number() != NONE) {
        entry(place, streams, open);
      }
    }
  }

  private void entry(Place place, Streams streams, Deque<Place> open) {
    long at = (long) place.number() * ENTRY;
    if (place.number() < 0 || at > directory.size() - ENTRY || named.get(place.number())) {
      listing.problem(
          new Problem("cfb.directory", -1, "entry " + place.number() + " is not there, or again"));
      return;
    }
    named.set(place.number());
    Block entry = directory.block(at, ENTRY);
    open.push(new Place(place.folder(), entry.i32le(72)));
    open.push(new Place(place.folder(), entry.i32le(68)));
    String path = place.folder() + StreamNames.of(entry);
    switch (entry.u8(66)) {
      case STORAGE -> {
        listing.add(Entry.directory(path, Entry.Attributes.NONE));
        open.push(new Place(path + "/", entry.i32le(76)));
      }
      case STREAM -> stream(path, entry, streams);
      default ->
          listing.problem(
              new Problem("cfb.directory", -1, "`" + path + "` is neither storage nor stream"));
    }
  }

  private void stream(String path, Block entry, Streams streams) {
    Part part = streams.open(entry.i32le(116), size(entry));
    List<Problem> problems = new ArrayList<>();
    if (!part.broken().isEmpty()) {
      problems.add(new Problem("cfb.chain", -1, part.broken() + "; the start is kept"));
    }
    listing.add(
        Entry.file(path, Entry.Attributes.NONE, Content.of(part.bytes())).withProblems(problems));
  }

  private long size(Block entry) {
    return header.large() ? entry.i64le(120) : entry.u32le(120);
  }

  /**
   * A stream, as far as it is there.
   *
   * @param broken why that is not all; empty where it is
   */
  private record Part(Bytes bytes, String broken) {}

  /** Finds streams by first sector and size. */
  private interface Streams {
    Part open(int first, long size);
  }

  private Streams streams(Block root) {
    int most = Chains.sectors(content, header);
    Chains.Chain table = sectors.from(header.pieces(), most, taken);
    tell("table of pieces", table);
    Chains pieces = Chains.read(content, header, table.units());
    Part room = part(sectors, taken, content, header.sector(), root.i32le(116), size(root));
    if (!room.broken().isEmpty()) {
      listing.problem(new Problem("cfb.chain", -1, "pieces: " + room.broken()));
    }
    return (first, size) ->
        size >= header.cutoff()
            ? part(sectors, taken, content, header.sector(), first, size)
            : part(pieces, takenPieces, room.bytes(), CfbHeader.PIECE, first, size);
  }

  private Part part(Chains chains, BitSet used, Bytes source, int unit, int first, long size) {
    if (size <= 0) {
      return new Part(Bytes.of(new byte[0]), size < 0 ? "a stream of " + size + " bytes" : "");
    }
    long units = (Math.min(size, content.size()) + unit - 1) / unit;
    Chains.Chain chain = chains.from(first, (int) Math.min(units, Integer.MAX_VALUE), used);
    long start = unit == CfbHeader.PIECE ? 0 : unit;
    Bytes bytes = SplicedBytes.of(runs(source, chain.units(), start, unit));
    if (bytes.size() >= size) {
      return new Part(bytes.slice(0, size), "");
    }
    String broken = chain.broken().isEmpty() ? "ends" : chain.broken();
    return new Part(bytes, broken + " after " + bytes.size() + " of " + size + " bytes");
  }

  private Bytes spliced(int[] chain) {
    return SplicedBytes.of(runs(content, chain, header.sector(), header.sector()));
  }

  /** Units that follow each other are one piece. */
  private static List<Piece> runs(Bytes source, int[] chain, long start, int unit) {
    List<Piece> runs = new ArrayList<>();
    for (int number : chain) {
      long at = start + (long) number * unit;
      long there = Math.clamp(source.size() - at, 0, unit);
      Piece piece = new Piece(source, Math.min(at, source.size()), there);
      if (!runs.isEmpty() && runs.getLast().meets(piece)) {
        runs.set(runs.size() - 1, runs.getLast().and(there));
      } else {
        runs.add(piece);
      }
    }
    return runs;
  }
}
