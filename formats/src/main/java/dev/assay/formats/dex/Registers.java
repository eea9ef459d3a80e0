package dev.assay.formats.dex;

import dev.assay.formats.Block;

/** What the registers of one method hold, as far as straight-line code tells. */
final class Registers implements Arguments {
  private static final Content[] CONTENTS = Content.values();

  private final Block data;
  private final byte[] contents = new byte[1 << 16];
  private final int[] values = new int[1 << 16];
  // A register is known if it was set since the last reset: forgetting all costs nothing.
  private final int[] set = new int[1 << 16];
  private int resets = 1;
  private int call;
  private boolean range;

  Registers(Block data) {
    this.data = data;
  }

  void forget() {
    resets++;
  }

  /** Follows one instruction that is no call. */
  void follow(int opcode, int unit, int at) {
    switch (opcode) {
      case 0x01, 0x07 -> copy(unit >> 12, unit >> 8 & 0xF);
      case 0x02, 0x08 -> copy(data.u16le(at + 2), unit >> 8);
      case 0x03, 0x09 -> copy(data.u16le(at + 4), data.u16le(at + 2));
      case 0x12 -> put(unit >> 8 & 0xF, Content.NUMBER, (short) unit >> 12);
      case 0x13 -> put(unit >> 8, Content.NUMBER, (short) data.u16le(at + 2));
      case 0x14 -> put(unit >> 8, Content.NUMBER, data.i32le(at + 2));
      case 0x15 -> put(unit >> 8, Content.NUMBER, data.u16le(at + 2) << 16);
      case 0x1A -> put(unit >> 8, Content.STRING, data.u16le(at + 2));
      case 0x1B -> put(unit >> 8, Content.STRING, data.i32le(at + 2));
      case 0x1C -> put(unit >> 8, Content.TYPE, data.u16le(at + 2));
      case 0x60, 0x62, 0x63, 0x64, 0x65, 0x66 -> put(unit >> 8, Content.FIELD, data.u16le(at + 2));
      default -> overwrite(opcode, unit, at);
    }
  }

  private void overwrite(int opcode, int unit, int at) {
    char writes = Opcodes.writes(opcode);
    if (writes == '-') {
      return;
    }
    int register =
        switch (writes) {
          case 'a', 'A' -> unit >> 8 & 0xF;
          case 'b', 'B' -> unit >> 8;
          default -> data.u16le(at + 2);
        };
    set[register] = 0;
    if (writes < 'a') {
      set[register + 1 & 0xFFFF] = 0;
    }
  }

  private void put(int register, Content content, int value) {
    contents[register] = (byte) content.ordinal();
    values[register] = value;
    set[register] = resets;
  }

  private void copy(int from, int to) {
    contents[to] = contents[from];
    values[to] = values[from];
    set[to] = set[from];
  }

  /** Takes the view of a call's arguments. */
  Arguments of(int at, boolean inRange) {
    call = at;
    range = inRange;
    return this;
  }

  @Override
  public int count() {
    int unit = data.u16le(call);
    return range ? unit >> 8 : Math.min(5, unit >> 12);
  }

  @Override
  public Content content(int place) {
    if (place < 0 || place >= count()) {
      return Content.UNKNOWN;
    }
    int register = register(place);
    return set[register] == resets ? CONTENTS[contents[register]] : Content.UNKNOWN;
  }

  @Override
  public int value(int place) {
    return content(place) == Content.UNKNOWN ? 0 : values[register(place)];
  }

  private int register(int place) {
    if (range) {
      return data.u16le(call + 4) + place & 0xFFFF;
    }
    return place == 4 ? data.u16le(call) >> 8 & 0xF : data.u16le(call + 4) >> 4 * place & 0xF;
  }
}
