package dev.assay.formats.macho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachOTest {
  private static final String LIBRARY = "/usr/lib/libSystem.B.dylib";

  /** A program of 64 bits with a library and the UUID of its build. */
  private static byte[] program(ByteOrder order) {
    ByteBuffer file = ByteBuffer.allocate(32 + 56 + 24).order(order);
    file.putInt(0xFEEDFACF).putInt(0x0100_000C).putInt(2).putInt(2).putInt(2).putInt(80);
    file.position(32);
    file.putInt(LoadCommand.LIBRARY).putInt(56).putInt(24);
    file.put(56, LIBRARY.getBytes(StandardCharsets.US_ASCII));
    file.position(88);
    file.putInt(LoadCommand.UUID).putInt(24).putLong(1).putLong(2);
    return file.array();
  }

  /** Programs for several machines, each being the bytes at an offset. */
  private static byte[] universal(byte[] program, int machines) {
    int at = 8 + 20 * machines;
    ByteBuffer file = ByteBuffer.allocate(at + program.length);
    file.putInt(0xCAFEBABE).putInt(machines);
    for (int i = 0; i < machines; i++) {
      file.putInt(7).putInt(i).putInt(at).putInt(program.length).putInt(0);
    }
    return file.put(program).array();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void readsCommandsInTheOrderOfTheMachine(String order) {
    boolean little = order.startsWith("L");
    byte[] program = program(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    MachO read = MachO.read(Bytes.of(program));
    assertThat(read.machine()).isEqualTo("0x100000c/2");
    assertThat(read.commands())
        .extracting(LoadCommand::kind)
        .containsExactly(LoadCommand.LIBRARY, LoadCommand.UUID);
    assertThat(read.commands().getFirst().text(8)).isEqualTo(LIBRARY);
    assertThat(MachO.all(Bytes.of(universal(program, 2)))).containsOnlyKeys("0x100000c/2");
  }

  /** Forty programs may be the same bytes, which would be held forty times. */
  @Test
  void commandsOfAllMachinesAreLimited() {
    ByteBuffer program = ByteBuffer.allocate(32 + (1 << 20)).order(ByteOrder.LITTLE_ENDIAN);
    program.putInt(0xFEEDFACF).putInt(7).putInt(3).putInt(2).putInt(1);
    program.putInt(36, 1 << 20);
    assertThat(MachO.read(Bytes.of(program.array())).commands()).hasSize(1);
    assertThatThrownBy(() -> MachO.all(Bytes.of(universal(program.array(), 40))))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("macho.command"));
  }

  @Test
  void damageEndsInAnswersOnly() {
    byte[] one = program(ByteOrder.LITTLE_ENDIAN);
    byte[] two = universal(one, 2);
    Seeds.plant(MachO.class.getPackageName(), one);
    Seeds.plant(MachO.class.getPackageName(), two);
    Random random = new Random(7);
    for (byte[] whole : new byte[][] {one, two}) {
      for (int length = 0; length <= whole.length; length++) {
        survives(Arrays.copyOf(whole, length));
      }
      for (int round = 0; round < 3000; round++) {
        byte[] damaged = whole.clone();
        for (int change = 0; change < 3; change++) {
          damaged[random.nextInt(damaged.length)] =
              (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        }
        survives(damaged);
      }
    }
  }

  static void survives(byte[] content) {
    try {
      for (MachO program : MachO.all(Bytes.of(content)).values()) {
        for (LoadCommand command : program.commands()) {
          assertThat(command.at() + command.size()).isLessThanOrEqualTo(content.length);
          if (command.size() >= 12) {
            command.text(8);
          }
        }
      }
    } catch (Malformed refused) {
      // Such a program is compared as bytes.
    }
  }
}
