package dev.assay.inspect.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/** Any bytes as code; the first byte says of which processor. */
class CallFuzzTest {
  private static final List<Integer> MACHINES = List.of(3, 8, 20, 21, 22, 40, 62, 183, 243, 258);

  @FuzzTest
  void followsAnyCodeToAnAnswerOrNone(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    int machine = MACHINES.get((bytes[0] & 0xFF) % MACHINES.size());
    byte[] code = Arrays.copyOfRange(bytes, 1, bytes.length);
    for (int odd = 0; odd < 2; odd++) {
      boolean is64 = (bytes[0] & 0x80) != 0;
      Call.of(CodeFile.of(machine, is64, true, code), CodeFile.CODE + odd)
          .ifPresent(
              call -> assertThat(call.stored().keySet()).allMatch(place -> place.argument() >= 0));
      Call.of(CodeFile.of(machine, is64, false, code), CodeFile.CODE + odd);
      Call.of(CodeFile.of(machine, is64, false, -1, code), CodeFile.CODE + odd);
    }
  }
}
