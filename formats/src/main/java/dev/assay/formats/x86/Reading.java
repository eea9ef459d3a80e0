package dev.assay.formats.x86;

import java.util.Optional;

/** Reads the operands of one instruction. */
final class Reading {

  private final Fetch fetch;
  private final Prefixes prefixes;
  private final Opcode opcode;
  private final int number;
  private final int modRm;
  private final Optional<Place> place;
  private final long start;
  private boolean operandSizeUsed;
  private boolean addressSizeUsed;
  private boolean segmentUsed;
  private boolean possible = true;

  /**
   * @param number last byte of the opcode
   * @param modRm the byte, or −1
   * @param start address of the instruction
   */
  Reading(Fetch fetch, Prefixes prefixes, Opcode opcode, int number, int modRm, long start) {
    this.fetch = fetch;
    this.prefixes = prefixes;
    this.opcode = opcode;
    this.number = number;
    this.modRm = modRm;
    this.start = start;
    this.place =
        modRm >= 0 && modRm < 0xC0 && opcode.operands().stream().anyMatch(Reading::mayBeMemory)
            ? Optional.of(Place.read(fetch, prefixes, modRm))
            : Optional.empty();
    operandSizeUsed =
        opcode.mandatory() == Prefixes.OPERAND_SIZE
            || opcode.is("os16")
            || opcode.is("os32") && !opcode.is("rexb0");
    addressSizeUsed = opcode.is("as16") || opcode.is("as32") || opcode.is("as64");
  }

  private static boolean mayBeMemory(OperandKind kind) {
    return "EMWQT".indexOf(kind.where()) >= 0 || kind.where() == 'K' && kind.size().equals("e");
  }

  boolean isOperandSizeUsed() {
    return operandSizeUsed;
  }

  boolean isAddressSizeUsed() {
    return addressSizeUsed;
  }

  boolean isSegmentUsed() {
    return segmentUsed;
  }

  /** Whether all operands that were read are ones. */
  boolean isPossible() {
    return possible;
  }

  Operand read(OperandKind kind) {
    return switch (kind.where()) {
      case 0 -> register(fixed(kind.size()));
      case 'i' -> register("st(" + (modRm & 7) + ")");
      case 'E' -> {
        possible &= !(opcode.is("f64") && isAmbiguous());
        yield place.isPresent() ? memory(kind) : general(kind, rm());
      }
      case 'R' -> general(kind, rm());
      case 'G' -> general(kind, reg());
      case 'B' -> general(kind, prefixes.v);
      case 'Z' -> general(kind, (number & 7) + prefixes.b);
      case 'M', 'T' -> memory(kind);
      case 'W' -> place.isPresent() ? memory(kind) : vector(kind, vectorRm());
      case 'U' -> vector(kind, vectorRm());
      case 'V' -> vector(kind, reg());
      case 'H' -> vector(kind, prefixes.v);
      case 'L' -> vector(kind, fetch.u8() >>> 4 & (prefixes.wide ? 15 : 7));
      case 'P' -> register("mm" + (modRm >>> 3 & 7));
      case 'N' -> register("mm" + (modRm & 7));
      case 'Q' -> place.isPresent() ? memory(kind) : register("mm" + (modRm & 7));
      case 'K' -> mask(kind);
      case 'S' -> named(Registers.segment(modRm >>> 3 & 7));
      case 'C' -> control(reg());
      case 'D' -> register("dr" + reg());
      case 'I' -> immediate(kind);
      case 'J' -> branch(kind);
      case 'A' -> far();
      case 'O' -> absolute();
      case 'X' -> string(kind, "si", "ds");
      case 'Y' -> string(kind, "di", "es");
      default -> throw new IllegalStateException("the table has an operand " + kind);
    };
  }

  private int reg() {
    return (modRm >>> 3 & 7) + prefixes.r;
  }

  private int rm() {
    return (modRm & 7) + prefixes.b;
  }

  /** Where EVEX needs no index, its bit is the highest of the register (SDM table 2-31). */
  private int vectorRm() {
    return rm() + (prefixes.form == Prefixes.Form.EVEX ? prefixes.x << 1 : 0);
  }

  private Operand named(String name) {
    possible &= !name.isEmpty();
    return register(name);
  }

  private static Operand register(String name) {
    return new Operand.Register(name);
  }

  private String fixed(String name) {
    return switch (name) {
      case "rAX" -> Registers.general(0, bytes("v"), false);
      case "eAX" -> Registers.general(0, bytes("z"), false);
      case "rAXa" -> Registers.general(0, bytes("a"), false);
      case "BX" -> translated();
      default -> name;
    };
  }

  private String translated() {
    Operand table = string(new OperandKind('X', "b", "b"), "bx", "ds");
    return table.text(Long::toHexString);
  }

  private Operand general(OperandKind kind, int register) {
    possible &= register < 16;
    return register(Registers.general(register & 15, bytes(kind.size()), prefixes.rex));
  }

  private Operand control(int register) {
    // SDM vol. 2, MOV to and from control registers: others are refused.
    possible &= register == 0 || register >= 2 && register <= 4 || register == 8;
    return register("cr" + register);
  }

  private Operand vector(OperandKind kind, int register) {
    int size = Math.max(16, vectorBytes(kind.size()));
    boolean length = kind.size().length() == 1 && "xhfe".contains(kind.size());
    return register(Registers.vector(register, length || size > 16 ? size : 16));
  }

  private Operand mask(OperandKind kind) {
    int register =
        switch (kind.size()) {
          case "g" -> reg();
          case "v" -> prefixes.v;
          default -> modRm & 7;
        };
    possible &= register < 8;
    return register("k" + (register & 7));
  }

  private int vectorBytes(String size) {
    boolean rounds = prefixes.extra && modRm >= 0xC0;
    int whole = rounds ? 64 : 16 << prefixes.l;
    return switch (size) {
      case "x" -> whole;
      case "h" -> whole / 2;
      case "f" -> whole / 4;
      case "e" -> whole / 8;
      default -> bytes(size);
    };
  }

  private int bytes(String size) {
    return switch (size) {
      case "b" -> 1;
      case "w" -> 2;
      case "d" -> 4;
      case "q" -> 8;
      case "t" -> 10;
      case "dq" -> 16;
      case "qq" -> 32;
      case "v" -> operand();
      case "z" -> Math.min(4, operand());
      case "y" -> prefixes.wide && prefixes.w ? 8 : 4;
      case "r" -> prefixes.wide ? 8 : 4;
      case "a" -> address();
      case "p" -> operand() + 2;
      case "x", "h", "f", "e" -> vectorBytes(size);
      default -> 0;
    };
  }

  private int operand() {
    operandSizeUsed |= Sizes.isShort(prefixes, opcode) && Sizes.operand(prefixes, opcode) == 2;
    return Sizes.operand(prefixes, opcode);
  }

  private int address() {
    addressSizeUsed = true;
    return Sizes.address(prefixes);
  }

  /** What may replace the segment; in 64-bit mode only fs and gs do. */
  private String segment() {
    boolean counts = !prefixes.wide || prefixes.segment == 0x64 || prefixes.segment == 0x65;
    if (prefixes.segment == 0 || !counts) {
      return "";
    }
    segmentUsed = true;
    return Registers.byPrefix(prefixes.segment);
  }

  private Operand memory(OperandKind kind) {
    address();
    if (place.isEmpty()) {
      possible = false;
      return register("");
    }
    Place where = place.get();
    boolean gather = kind.where() == 'T';
    String size = gather ? kind.size().substring(1) : kind.memorySize();
    boolean broadcast = prefixes.extra && opcode.is("b");
    int elements = broadcast || opcode.is("t1") ? prefixes.w ? 8 : 4 : bytes(size);
    int step = prefixes.form == Prefixes.Form.EVEX ? elements : 1;
    String sum = gather ? where.sum(vectorIndex(kind), step) : where.sum(prefixes, step);
    String pointer = Sizes.pointer(broadcast ? elements : bytes(size));
    return new Operand.Memory(
        broadcast ? pointer.replace("ptr", "bcst") : pointer,
        segment(),
        where.relative() ? "rel" : sum,
        where.relative() || sum.isEmpty() ? Optional.of(where.displacement()) : Optional.empty(),
        "");
  }

  private String vectorIndex(OperandKind kind) {
    possible &= place.isPresent() && place.get().index() >= 0;
    int index = place.map(Place::index).orElse(0) + (prefixes.v & 16);
    return Registers.vector(index, Math.max(16, vectorBytes(kind.size().substring(0, 1))));
  }

  private Operand immediate(OperandKind kind) {
    return switch (kind.size()) {
      case "b" -> new Operand.Immediate(fetch.u8());
      case "w" -> new Operand.Immediate(fetch.signed(2) & 0xFFFF);
      case "sb" -> extended(fetch.signed(1));
      case "z" -> extended(fetch.signed(bytes("z")));
      default -> extended(fetch.signed(bytes(kind.size())));
    };
  }

  private Operand extended(long value) {
    return new Operand.Immediate(Sizes.masked(value, operand()));
  }

  /** Processors differ in what 66 does to a branch in 64-bit mode (SDM A.2.5, f64). */
  private boolean isAmbiguous() {
    return prefixes.operandSize && !prefixes.w;
  }

  private Operand branch(OperandKind kind) {
    boolean isByte = kind.size().equals("b");
    possible &= !isAmbiguous() || isByte && prefixes.wide;
    long distance = fetch.signed(isByte ? 1 : 4);
    return new Operand.Target(masked(start + fetch.length() + distance));
  }

  private long masked(long address) {
    return prefixes.wide ? address : address & 0xFFFF_FFFFL;
  }

  private Operand far() {
    int size = operand();
    long offset = Sizes.masked(fetch.signed(size), size);
    return new Operand.FarTarget((int) fetch.signed(2) & 0xFFFF, offset);
  }

  private Operand absolute() {
    int size = address();
    long address = Sizes.masked(fetch.signed(size), size);
    return new Operand.Memory("", segment(), "", Optional.of(address), "");
  }

  private Operand string(OperandKind kind, String register, String segment) {
    int index = register.equals("di") ? 7 : register.equals("si") ? 6 : 3;
    segmentUsed = true;
    String replaced = segment.equals("ds") ? segment() : "";
    return new Operand.Memory(
        Sizes.pointer(bytes(kind.size())),
        replaced.isEmpty() ? segment : replaced,
        Registers.general(index, address(), true),
        Optional.empty(),
        "");
  }

  /** The operand with its address, once the length of the instruction is known. */
  Operand placed(Operand operand) {
    if (operand instanceof Operand.Memory memory && memory.address().isPresent()) {
      long told = memory.address().get();
      boolean relative = memory.sum().equals("rel");
      long address = relative ? start + fetch.length() + told : told;
      int size = prefixes.wide ? Sizes.address(prefixes) : 4;
      return new Operand.Memory(
          memory.size(),
          memory.segment(),
          memory.sum(),
          Optional.of(Sizes.masked(address, size)),
          memory.decoration());
    }
    return operand;
  }
}
