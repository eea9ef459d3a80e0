package dev.assay.formats.hexfile;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Sink;
import dev.assay.model.Problem;
import java.util.Locale;
import java.util.Optional;

/** Turns records into runs of bytes. */
final class HexProgram {
  private static final int MAX_RUNS = 100_000;
  private static final int MAX_PROBLEMS = 16;

  private final Bytes content;
  private final String format;
  private final HexRecord.Reader reader;
  private final Listing listing;
  private Sink run;
  private long runStart = -1;
  private int runs;
  private int problems;

  HexProgram(Bytes content, String format, HexRecord.Reader reader, Listing listing) {
    this.content = content;
    this.format = format;
    this.reader = reader;
    this.listing = listing;
    this.run = sink();
  }

  /** Whether the first line is a record whose checksum is right. */
  static boolean starts(Bytes content, char mark, HexRecord.Reader reader) {
    HexLines lines = new HexLines(content);
    return lines.isNext(mark)
        && lines.next().flatMap(reader::read).filter(HexRecord::sound).isPresent();
  }

  private Sink sink() {
    return listing.memory().sink(content.size(), -1);
  }

  void read() {
    HexLines lines = new HexLines(content);
    long base = 0;
    HexRecord.Kind last = HexRecord.Kind.OTHER;
    while (true) {
      Optional<HexRecord> record = lines.next().flatMap(reader::read);
      if (record.isEmpty()) {
        // srec_cat leaves out the end where there is no entry point.
        if (last == HexRecord.Kind.COUNT && lines.start() == content.size()) {
          break;
        }
        problem("end", lines.start(), "no record where one or the end is expected");
        break;
      }
      HexRecord found = record.get();
      last = found.kind();
      if (!found.sound()) {
        problem("checksum", lines.start(), "checksum of the line is wrong; read anyway");
      }
      switch (found.kind()) {
        case BASE -> base = found.address();
        case DATA -> take(base + found.address(), found.data());
        case COUNT, OTHER -> {}
        case END -> {
          finish();
          return;
        }
      }
    }
    finish();
  }

  private void take(long address, byte[] data) {
    if (runStart < 0 || address != runStart + run.size()) {
      finish();
      runStart = address;
    }
    run.write(data, 0, data.length);
  }

  private void finish() {
    if (run.size() > 0) {
      if (++runs > MAX_RUNS) {
        throw new Malformed(format + ".runs", -1, "more than " + MAX_RUNS + " runs of addresses");
      }
      String name = String.format(Locale.ROOT, "0x%08x-%d.bin", runStart, runs);
      listing.add(Entry.part(name, Content.of(run.toBytes())));
      run = sink();
    }
  }

  private void problem(String code, long at, String message) {
    if (problems++ < MAX_PROBLEMS) {
      listing.problem(new Problem(format + "." + code, at, message));
    }
  }
}
