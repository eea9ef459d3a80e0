package dev.assay.inspect.bytecode;

import dev.assay.inspect.bytecode.Value.Array;
import dev.assay.inspect.bytecode.Value.Constant;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the values of one method from instruction to instruction. Where control may come from
 * elsewhere, and behind instructions that are not told apart here, nothing is known.
 */
final class StraightLine {
  /** What a method does to others. */
  interface Seen {
    /** A method that is called, or a static field that is read. */
    void member(String owner, String name, List<Value> arguments, int line);

    /** A function that is made of a method. */
    void function(InvokeDynamicInstruction made, int line);
  }

  /** Methods whose result is as constant as what they are called on. */
  private static final Set<String> OF_RECEIVER =
      Set.of("java/lang/String.getBytes", "java/lang/String.toCharArray", "java/lang/String.trim");

  /** Methods whose result is as constant as their argument. */
  private static final Set<String> OF_ARGUMENT =
      Set.of(
          "java/lang/String.valueOf",
          "java/lang/Integer.valueOf",
          "java/util/Base64$Decoder.decode");

  private final Map<String, Value> fields;
  private final Seen seen;
  private final List<Value> stack = new ArrayList<>();
  private final Map<Integer, Value> locals = new HashMap<>();
  private Set<Label> targets = Set.of();
  private int line;

  /**
   * @param fields values of the class's own fields by name; what static ones are given is added
   */
  StraightLine(Map<String, Value> fields, Seen seen) {
    this.fields = fields;
    this.seen = seen;
  }

  void follow(CodeModel code, String ofClass) {
    targets = targets(code);
    for (CodeElement each : code) {
      step(each, ofClass);
    }
  }

  private static Set<Label> targets(CodeModel code) {
    Set<Label> targets = new HashSet<>();
    for (CodeElement each : code) {
      switch (each) {
        case BranchInstruction branch -> targets.add(branch.target());
        case ExceptionCatch caught -> targets.add(caught.handler());
        case TableSwitchInstruction table -> {
          targets.add(table.defaultTarget());
          table.cases().stream().map(SwitchCase::target).forEach(targets::add);
        }
        case LookupSwitchInstruction table -> {
          targets.add(table.defaultTarget());
          table.cases().stream().map(SwitchCase::target).forEach(targets::add);
        }
        default -> {}
      }
    }
    return targets;
  }

  private void step(CodeElement element, String ofClass) {
    switch (element) {
      case LineNumber number -> line = number.line();
      case LabelTarget target -> {
        if (targets.contains(target.label())) {
          forget();
        }
      }
      case ConstantInstruction constant ->
          push(
              constant.opcode() == Opcode.ACONST_NULL
                  ? Value.UNKNOWN
                  : new Constant(String.valueOf(constant.constantValue())));
      case LoadInstruction load -> push(locals.getOrDefault(load.slot(), Value.UNKNOWN));
      case StoreInstruction store -> locals.put(store.slot(), pop());
      case NewObjectInstruction made -> push(Value.UNKNOWN);
      case NewPrimitiveArrayInstruction made -> array();
      case NewReferenceArrayInstruction made -> array();
      case ArrayStoreInstruction store -> store();
      case TypeCheckInstruction check when check.opcode() == Opcode.CHECKCAST -> {}
      case StackInstruction moved when moved.opcode() == Opcode.DUP -> {
        Value top = pop();
        push(top);
        push(top);
      }
      case StackInstruction moved when moved.opcode() == Opcode.POP -> pop();
      case FieldInstruction field -> field(field, ofClass);
      case InvokeDynamicInstruction made -> {
        seen.function(made, line);
        taken(made.typeSymbol());
        pushed(made.typeSymbol().returnType(), Value.UNKNOWN);
      }
      case InvokeInstruction call -> call(call);
      case IncrementInstruction counted -> locals.remove(counted.slot());
      case NopInstruction nothing -> {}
      case Instruction other -> stack.clear();
      default -> {}
    }
  }

  private void forget() {
    stack.clear();
    locals.clear();
  }

  private void push(Value value) {
    stack.add(value);
  }

  private Value pop() {
    return stack.isEmpty() ? Value.UNKNOWN : stack.removeLast();
  }

  private void array() {
    pop();
    push(new Array());
  }

  private void store() {
    Value value = pop();
    pop();
    if (pop() instanceof Array array) {
      array.put(value);
    }
  }

  private void field(FieldInstruction field, String ofClass) {
    String owner = field.owner().asInternalName();
    String name = field.name().stringValue();
    boolean own = owner.equals(ofClass);
    switch (field.opcode()) {
      case GETSTATIC -> {
        seen.member(owner, name, List.of(), line);
        push(own ? fields.getOrDefault(name, Value.UNKNOWN) : Value.UNKNOWN);
      }
      case PUTSTATIC -> {
        Value value = pop();
        if (own) {
          // An empty array is there to be filled; given a value twice, it is not known which.
          boolean empty = value instanceof Array array && !array.isFilled();
          fields.merge(name, empty ? Value.UNKNOWN : value, (first, second) -> Value.UNKNOWN);
        }
      }
      case GETFIELD -> {
        pop();
        push(Value.UNKNOWN);
      }
      default -> {
        pop();
        pop();
      }
    }
  }

  private void call(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    List<Value> arguments = taken(call.typeSymbol());
    Value on = call.opcode() == Opcode.INVOKESTATIC ? Value.UNKNOWN : pop();
    seen.member(owner, name, arguments, line);
    pushed(call.typeSymbol().returnType(), result(owner + "." + name, on, arguments));
  }

  private static Value result(String method, Value on, List<Value> arguments) {
    if (OF_RECEIVER.contains(method)) {
      return on;
    }
    if (OF_ARGUMENT.contains(method) && !arguments.isEmpty()) {
      return arguments.getFirst();
    }
    // Whoever is given an array may fill it.
    arguments.forEach(StraightLine::spoil);
    return Value.UNKNOWN;
  }

  private static void spoil(Value value) {
    if (value instanceof Array array) {
      array.spoil();
    }
  }

  private List<Value> taken(MethodTypeDesc type) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < type.parameterCount(); i++) {
      arguments.add(pop());
    }
    Collections.reverse(arguments);
    return arguments;
  }

  private void pushed(ClassDesc type, Value value) {
    if (!type.descriptorString().equals("V")) {
      push(value);
    }
  }
}
