package dev.assay.inspect.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table names what there is. */
class CallsTest {
  static Stream<Call> ofTheJdk() {
    return Call.all().filter(call -> type(call).isPresent());
  }

  private static Optional<Class<?>> type(Call call) {
    try {
      return Optional.of(
          Class.forName(
              call.owner().replace('/', '.'), false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("ofTheJdk")
  void membersOfTheJdkAreThere(Call call) {
    Class<?> type = type(call).orElseThrow();
    assumeThat(call.member()).isNotIn(Call.ANY, Call.EXTENDS);
    if (call.member().equals("<init>")) {
      assertThat(type.getConstructors()).isNotEmpty();
      return;
    }
    Stream<String> members =
        Stream.concat(
            Arrays.stream(type.getMethods()).map(Method::getName),
            Arrays.stream(type.getFields()).map(Field::getName));
    assertThat(members).contains(call.member());
  }

  @org.junit.jupiter.api.Test
  void mostOfTheTableIsOfTheJdk() {
    assertThat(ofTheJdk().count()).isGreaterThan(100);
  }
}
