package dev.assay.formats.sevenzip;

import dev.assay.formats.Bytes;
import dev.assay.formats.sevenzip.Streams.Part;
import dev.assay.formats.sevenzip.Streams.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads what a header says of packed streams. Not for several threads. */
final class StreamsReader {
  private static final int END = 0;
  private static final int PACKED = 6;
  private static final int UNPACKED = 7;
  private static final int PARTS = 8;
  private static final int SIZES = 9;
  private static final int SUMS = 10;
  private static final int FOLDERS = 11;
  private static final int FOLDER_SIZES = 12;
  private static final int PART_COUNTS = 13;
  private static final long START = 32;

  private final Bytes archive;
  private final HeaderFields fields;
  private List<Long> packed = List.of(START);
  private final List<FolderStream> folders = new ArrayList<>();
  private List<Sum> folderSums = List.of();
  private final List<Part> parts = new ArrayList<>();

  private StreamsReader(Bytes archive, HeaderFields fields) {
    this.archive = archive;
    this.fields = fields;
  }

  static Streams read(Bytes archive, HeaderFields fields) {
    StreamsReader reader = new StreamsReader(archive, fields);
    reader.properties();
    return new Streams(List.copyOf(reader.folders), List.copyOf(reader.parts));
  }

  private void properties() {
    boolean divided = false;
    for (int id = fields.u8(); id != END; id = fields.u8()) {
      if (divided || id <= PACKED && packed.size() > 1 || id == UNPACKED && !folders.isEmpty()) {
        throw fields.damaged("streams in disorder");
      }
      switch (id) {
        case PACKED -> packed();
        case UNPACKED -> folders();
        case PARTS -> {
          parts();
          divided = true;
        }
        default -> throw fields.damaged("streams that have a property " + id);
      }
    }
    if (!divided) {
      for (int i = 0; i < folders.size(); i++) {
        parts.add(new Part(i, 0, folders.get(i).size(), folderSums.get(i)));
      }
    }
  }

  private void packed() {
    long at = START + fields.number();
    int count = fields.count("packed streams");
    if (at < 0) {
      throw fields.damaged("packed streams behind 63 bits");
    }
    packed = new ArrayList<>();
    packed.add(at);
    for (int id = fields.u8(); id != END; id = fields.u8()) {
      switch (id) {
        case SIZES -> {
          for (int i = 0; i < count; i++) {
            at += fields.number();
            if (at < 0) {
              throw fields.damaged("packed streams of more than 63 bits");
            }
            packed.add(at);
          }
        }
        case SUMS -> sums(count);
        default -> throw fields.damaged("packed streams that have a property " + id);
      }
    }
  }

  private void folders() {
    fields.expect(FOLDERS);
    int count = fields.count("folders");
    fields.here();
    List<Folder> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      found.add(Folder.read(fields));
    }
    fields.expect(FOLDER_SIZES);
    int next = 0;
    for (Folder folder : found) {
      List<Long> sizes = new ArrayList<>(folder.coders().size());
      for (int i = 0; i < folder.coders().size(); i++) {
        sizes.add(fields.number());
      }
      int end = next + folder.packedStreams();
      if (end >= packed.size()) {
        throw fields.damaged("fewer packed streams than its folders have");
      }
      folders.add(new FolderStream(archive, folder, sizes, packed.subList(next, end + 1)));
      next = end;
    }
    folderSums = Collections.nCopies(count, Sum.NONE);
    int id = fields.u8();
    if (id == SUMS) {
      folderSums = sums(count);
      id = fields.u8();
    }
    if (id != END) {
      throw fields.damaged("folders that have a property " + id);
    }
  }

  private void parts() {
    int[] counts = new int[folders.size()];
    Arrays.fill(counts, 1);
    int id = fields.u8();
    if (id == PART_COUNTS) {
      long all = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] = fields.count("members in a folder");
        all += counts[i];
      }
      if (all > HeaderFields.MOST) {
        throw fields.damaged(all + " members in folders");
      }
      id = fields.u8();
    }
    boolean sizes = id == SIZES;
    for (int i = 0; i < counts.length; i++) {
      divide(i, counts[i], sizes);
    }
    if (sizes) {
      id = fields.u8();
    }
    if (id == SUMS) {
      fill(counts);
      id = fields.u8();
    }
    if (id != END) {
      throw fields.damaged("members that have a property " + id);
    }
  }

  /** The size of the last member of a folder is what the others leave. */
  private void divide(int folder, int count, boolean sizes) {
    if (count > 1 && !sizes) {
      throw fields.damaged("several members in a folder, without their sizes");
    }
    long start = 0;
    long whole = folders.get(folder).size();
    for (int i = 0; i < count; i++) {
      long size = i < count - 1 ? fields.number() : whole - start;
      if (size > whole - start) {
        throw fields.damaged("members larger than their folder");
      }
      parts.add(new Part(folder, start, size, count == 1 ? folderSums.get(folder) : Sum.NONE));
      start += size;
    }
  }

  /** Members that are a folder of their own have the folder's sum, if that is told. */
  private void fill(int[] counts) {
    List<Integer> without = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (counts[part.folder()] != 1 || !part.sum().told()) {
        without.add(i);
      }
    }
    List<Sum> sums = sums(without.size());
    for (int i = 0; i < without.size(); i++) {
      Part part = parts.get(without.get(i));
      parts.set(without.get(i), new Part(part.folder(), part.start(), part.size(), sums.get(i)));
    }
  }

  private List<Sum> sums(int count) {
    boolean[] told = fields.bitsOrAll(count);
    List<Sum> sums = new ArrayList<>(count);
    for (boolean each : told) {
      sums.add(each ? new Sum(true, fields.i32()) : Sum.NONE);
    }
    return sums;
  }
}
