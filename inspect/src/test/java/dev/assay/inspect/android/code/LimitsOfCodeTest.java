package dev.assay.inspect.android.code;

import static dev.assay.inspect.android.code.App.call;
import static dev.assay.inspect.android.code.App.make;
import static dev.assay.inspect.android.code.App.method;
import static dev.assay.inspect.android.code.App.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jf.dexlib2.Opcode;
import org.jf.dexlib2.iface.instruction.Instruction;
import org.junit.jupiter.api.Test;

/** What is too much to be followed is told, so that nothing behind it passes. */
class LimitsOfCodeTest {
  private static final String MAIN = "Ltest/control/Main;";
  private static final String PHONE = "Landroid/telephony/TelephonyManager;";
  private static final String IMEI = "android.telephony.TelephonyManager.getImei";
  private static final String OBJECT = "Ljava/lang/Object;";

  @Test
  void aClassThatExtendsThousandsIsFollowedSoFarOnly() throws IOException {
    App app = main(make("Ltest/C5000;"), call(Opcode.INVOKE_DIRECT, "Ltest/C5000;", "work"));
    app.with("Ltest/C0;", OBJECT, List.of(), method("Ltest/C0;", "work"));
    for (int i = 1; i <= 5000; i++) {
      app.with("Ltest/C" + i + ";", "Ltest/C" + (i - 1) + ";", List.of());
    }
    assertThat(app.facts().hidden())
        .contains("test.C5000 is made of more than 200 classes; the rest is not followed");
  }

  @Test
  void whereCallsAreTooManyToBeFollowedAllCodeCounts() throws IOException {
    int most = 5000;
    List<Instruction> code = new ArrayList<>();
    IntStream.range(0, most).mapToObj(i -> make("Ltest/C" + i + ";")).forEach(code::add);
    IntStream.range(0, most)
        .mapToObj(i -> call(Opcode.INVOKE_VIRTUAL, "Lnamed/N" + i + ";", "work"))
        .forEach(code::add);
    App app = main(code.toArray(Instruction[]::new));
    for (int i = 0; i < most; i++) {
      app.with("Ltest/C" + i + ";", OBJECT, List.of(), method("Ltest/C" + i + ";", "work"));
    }
    String idle = "Ltest/Idle;";
    app.with(
        idle,
        OBJECT,
        List.of(),
        method(idle, "run", call(Opcode.INVOKE_VIRTUAL, PHONE, "getImei")));
    AndroidCodeFacts facts = app.facts();
    assertThat(facts.hidden()).anyMatch(why -> why.startsWith("calls are too many to be followed"));
    assertThat(facts.calls()).containsKey(IMEI);
  }

  @Test
  void aNameThatIsNoneIsNotRead() throws IOException {
    AndroidCodeFacts facts =
        main(call(Opcode.INVOKE_VIRTUAL, "L" + "x".repeat(5000) + ";", "work")).facts();
    assertThat(facts.hidden())
        .contains("part of classes.dex cannot be read: a name of more than 4096 characters");
  }

  @Test
  void morePlacesThanAreKeptAreTold() throws IOException {
    Instruction[] many =
        Collections.nCopies(200_001, text("https://a.test/")).toArray(Instruction[]::new);
    assertThat(main(many).facts().hidden())
        .contains("part of classes.dex cannot be read: more places of interest than are kept");
  }

  @Test
  void moreExecutablesThanAreReadAreTold() throws IOException {
    String[] more =
        IntStream.rangeClosed(2, 201).mapToObj(i -> "classes" + i + ".dex").toArray(String[]::new);
    assertThat(main().facts(more).hidden()).contains("of 201 executables 200 are read");
  }

  @Test
  void aLayoutThatIsTooLargeIsTold() throws IOException {
    assertThat(main().factsWith("res/layout/large.xml", new byte[(1 << 20) + 1]).hidden())
        .contains("1 layouts are too large or too many to be searched for classes");
  }

  private static App main(Instruction... code) {
    return new App()
        .with(MAIN, "Landroid/app/Activity;", List.of(), method(MAIN, "onCreate", code))
        .with("Ltest/control/Receiver;", OBJECT, List.of())
        .with("Ltest/control/App;", OBJECT, List.of());
  }
}
