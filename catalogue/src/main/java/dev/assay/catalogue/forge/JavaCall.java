package dev.assay.catalogue.forge;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a forged class, written {@code [static] class.member(arguments)}: {@code new} for a
 * constructor; without parentheses a static field that is read. Arguments are numbers, texts,
 * {@code null}, {@code bytes:TEXT} (the bytes of a text), {@code chars:TEXT} (its characters),
 * {@code zeros} (a new array of 16 bytes) and {@code random} (one that another method has filled).
 */
record JavaCall(boolean isStatic, ClassDesc owner, String member, List<String> arguments) {
  private static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
  private static final ClassDesc CHARS = ConstantDescs.CD_char.arrayType();
  private static final ClassDesc RANDOM = ClassDesc.of("java.security.SecureRandom");
  private static final int ARRAY = 16;

  static JavaCall of(String text) {
    boolean isStatic = text.startsWith("static ");
    String call = isStatic ? text.substring("static ".length()) : text;
    int open = call.indexOf('(');
    int end = open < 0 ? call.length() : open;
    int dot = call.lastIndexOf('.', end);
    List<String> arguments = new ArrayList<>();
    if (open >= 0 && call.indexOf(')') > open + 1) {
      arguments.addAll(List.of(call.substring(open + 1, call.lastIndexOf(')')).split(", ?")));
    }
    return new JavaCall(
        isStatic,
        ClassDesc.of(call.substring(0, dot)),
        open < 0 ? "=" + call.substring(dot + 1) : call.substring(dot + 1, end),
        arguments);
  }

  void write(CodeBuilder code) {
    if (member.startsWith("=")) {
      code.getstatic(owner, member.substring(1), owner).pop();
      return;
    }
    if (member.equals("new")) {
      code.new_(owner).dup();
    } else if (!isStatic) {
      code.aconst_null();
    }
    List<ClassDesc> types = arguments.stream().map(argument -> push(argument, code)).toList();
    MethodTypeDesc takes = MethodTypeDesc.of(ConstantDescs.CD_void, types);
    if (member.equals("new")) {
      code.invokespecial(owner, ConstantDescs.INIT_NAME, takes).pop();
    } else if (isStatic) {
      code.invokestatic(owner, member, takes);
    } else {
      code.invokevirtual(owner, member, takes);
    }
  }

  private static ClassDesc push(String argument, CodeBuilder code) {
    int colon = argument.indexOf(':');
    String text = argument.substring(colon + 1);
    return switch (colon < 0 ? argument : argument.substring(0, colon)) {
      case "bytes" -> {
        code.ldc(text).invokevirtual(ConstantDescs.CD_String, "getBytes", MethodTypeDesc.of(BYTES));
        yield BYTES;
      }
      case "chars" -> {
        code.ldc(text)
            .invokevirtual(ConstantDescs.CD_String, "toCharArray", MethodTypeDesc.of(CHARS));
        yield CHARS;
      }
      case "zeros" -> {
        code.bipush(ARRAY).newarray(TypeKind.BYTE);
        yield BYTES;
      }
      case "random" -> {
        code.bipush(ARRAY)
            .newarray(TypeKind.BYTE)
            .astore(1)
            .aconst_null()
            .aload(1)
            .invokevirtual(RANDOM, "nextBytes", MethodTypeDesc.of(ConstantDescs.CD_void, BYTES))
            .aload(1);
        yield BYTES;
      }
      case "null" -> {
        code.aconst_null();
        yield ConstantDescs.CD_Object;
      }
      default -> {
        if (argument.matches("[0-9]{1,9}")) {
          code.loadConstant(Integer.parseInt(argument));
          yield ConstantDescs.CD_int;
        }
        code.ldc(argument);
        yield ConstantDescs.CD_String;
      }
    };
  }
}
