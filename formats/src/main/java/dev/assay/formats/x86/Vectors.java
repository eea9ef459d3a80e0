package dev.assay.formats.x86;

import java.util.List;

/** What VEX and EVEX prefixes ask and add of their own (SDM vol. 2, 2.3 and 2.7). */
final class Vectors {
  private static final List<String> ROUNDING =
      List.of("{rn-sae}", "{rd-sae}", "{ru-sae}", "{rz-sae}");

  private Vectors() {}

  /** Whether prefixes say nothing that the instruction has no use for. */
  static boolean arePossible(Prefixes prefixes, Opcode opcode, int modRm) {
    if (prefixes.form == Prefixes.Form.LEGACY) {
      return true;
    }
    boolean third = opcode.operands().stream().anyMatch(OperandKind::isByVex);
    boolean gather = opcode.operands().stream().anyMatch(kind -> kind.where() == 'T');
    boolean free = third || prefixes.v == 0 || gather && (prefixes.v & 15) == 0;
    return free && (prefixes.form != Prefixes.Form.EVEX || evex(prefixes, opcode, modRm, gather));
  }

  private static boolean evex(Prefixes prefixes, Opcode opcode, int modRm, boolean gather) {
    boolean register = modRm >= 0xC0;
    return (prefixes.l < 3 || register && prefixes.extra)
        && (!prefixes.extra || (register ? isRounding(opcode) : opcode.is("b")))
        && !(prefixes.zeroing && prefixes.mask == 0)
        && !(gather && prefixes.mask == 0);
  }

  private static boolean isRounding(Opcode opcode) {
    return opcode.is("er") || opcode.is("sae");
  }

  /** Adds mask and rounding. */
  static void decorate(Prefixes prefixes, Opcode opcode, int modRm, List<Operand> operands) {
    if (prefixes.form != Prefixes.Form.EVEX || operands.isEmpty()) {
      return;
    }
    if (prefixes.mask != 0) {
      String mask = "{k" + prefixes.mask + "}" + (prefixes.zeroing ? "{z}" : "");
      operands.set(0, decorated(operands.getFirst(), mask));
    }
    if (prefixes.extra && modRm >= 0xC0) {
      int immediate = operands.getLast() instanceof Operand.Immediate ? 1 : 0;
      String rounding = opcode.is("sae") ? "{sae}" : ROUNDING.get(prefixes.l);
      operands.add(operands.size() - immediate, new Operand.Register(rounding));
    }
  }

  private static Operand decorated(Operand operand, String mask) {
    return switch (operand) {
      case Operand.Register register -> new Operand.Register(register.name() + mask);
      case Operand.Memory memory ->
          new Operand.Memory(memory.size(), memory.segment(), memory.sum(), memory.address(), mask);
      default -> operand;
    };
  }
}
