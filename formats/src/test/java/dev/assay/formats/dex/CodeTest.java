package dev.assay.formats.dex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeTest {
  @Test
  void tellsConstantArgumentsUpToTheNextPlaceThatIsJumpedTo() throws IOException {
    assertThat(calls())
        .containsExactly(
            "STRING first, NUMBER -3, TYPE Ltest/Other; line 45",
            "UNKNOWN, UNKNOWN, UNKNOWN line 300");
  }

  @Test
  void readsValuesOfStaticFields() throws IOException {
    Dex dex = Dex.read(Bytes.of(Samples.program()));
    Map<Integer, Value> values = dex.staticValues(dex.classAt(0));
    List<String> shown = new ArrayList<>();
    values.forEach(
        (field, value) ->
            shown.add(
                dex.string(dex.field(field).name())
                    + " "
                    + (value.type() == Value.STRING
                        ? dex.string((int) value.bits())
                        : value.bits())));
    assertThat(shown).containsExactly("COUNT -7", "NAME käse");
  }

  @Test
  void readsAnnotationsAndInterfaces() throws IOException {
    Dex dex = Dex.read(Bytes.of(Samples.program()));
    DexClass main = dex.classAt(0);
    assertThat(dex.interfaces(main)).containsExactly("Ljava/lang/Runnable;");
    assertThat(dex.annotations(main).ofMethods().values())
        .singleElement()
        .satisfies(
            marks -> assertThat(dex.type((int) marks.getFirst().bits())).isEqualTo("Ltest/Mark;"));
    assertThat(dex.methodsOf(main).keySet()).map(dex::methodName).containsExactly("run");
  }

  private static List<String> calls() throws IOException {
    Dex dex = Dex.read(Bytes.of(Samples.program()));
    List<String> calls = new ArrayList<>();
    dex.walk(
        new CodeVisitor() {
          private int code;

          @Override
          public void method(int method, int flags, int at) {
            code = at;
          }

          @Override
          public void call(int opcode, int target, int offset, Arguments arguments) {
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < arguments.count(); i++) {
              shown.add(shown(dex, arguments, i));
            }
            calls.add(
                String.join(", ", shown) + " line " + dex.line(code, Dex.address(code, offset)));
          }
        });
    return calls;
  }

  private static String shown(Dex dex, Arguments arguments, int place) {
    int value = arguments.value(place);
    return switch (arguments.content(place)) {
      case UNKNOWN, FIELD -> arguments.content(place).name();
      case NUMBER -> "NUMBER " + value;
      case STRING -> "STRING " + dex.string(value);
      case TYPE -> "TYPE " + dex.type(value);
    };
  }
}
