package dev.assay.formats.sevenzip;

import dev.assay.formats.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what a header says of members. Not for several threads. */
final class MembersReader {
  private static final int END = 0;
  private static final int WITHOUT_STREAM = 14;
  private static final int EMPTY_FILES = 15;
  private static final int ANTI = 16;
  private static final int NAMES = 17;
  private static final int ATTRIBUTES = 21;

  private final int count;
  private final String[] names;
  private final int[] attributes;
  private boolean[] withoutStream;
  private boolean[] emptyFiles = {};
  private boolean[] anti = {};

  private MembersReader(int count) {
    this.count = count;
    this.names = new String[count];
    Arrays.fill(names, "");
    this.attributes = new int[count];
    this.withoutStream = new boolean[count];
  }

  static List<Member> read(HeaderFields fields) {
    MembersReader reader = new MembersReader(fields.count("members"));
    for (int id = fields.u8(); id != END; id = fields.u8()) {
      reader.property(id, fields.part(fields.number()));
    }
    return reader.members();
  }

  private void property(int id, HeaderFields fields) {
    switch (id) {
      case WITHOUT_STREAM -> withoutStream = fields.bits(count);
      case EMPTY_FILES -> emptyFiles = fields.bits(empty());
      case ANTI -> anti = fields.bits(empty());
      case NAMES -> names(fields);
      case ATTRIBUTES -> attributes(fields);
      default -> {
        // Times, comments and padding.
      }
    }
  }

  private int empty() {
    int empty = 0;
    for (boolean each : withoutStream) {
      empty += each ? 1 : 0;
    }
    return empty;
  }

  /** UTF-16, each ended by a NUL. */
  private void names(HeaderFields fields) {
    fields.here();
    Block text = fields.block(fields.left());
    int from = 0;
    for (int i = 0; i < count; i++) {
      int end = from;
      while (end + 2 <= text.size() && text.u16le(end) != 0) {
        end += 2;
      }
      if (end + 2 > text.size()) {
        throw fields.damaged("fewer names than members");
      }
      names[i] = new String(text.bytes(from, end - from), StandardCharsets.UTF_16LE);
      from = end + 2;
    }
  }

  private void attributes(HeaderFields fields) {
    boolean[] told = fields.bitsOrAll(count);
    fields.here();
    for (int i = 0; i < count; i++) {
      attributes[i] = told[i] ? fields.i32() : 0;
    }
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>(count);
    int empty = 0;
    for (int i = 0; i < count; i++) {
      boolean none = withoutStream[i];
      boolean file = !none || empty < emptyFiles.length && emptyFiles[empty];
      boolean deleted = none && empty < anti.length && anti[empty];
      members.add(new Member(names[i], !none, file, deleted, attributes[i]));
      empty += none ? 1 : 0;
    }
    return members;
  }
}
