package dev.assay.inspect.cellular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "[::]", "*", "", "0:0:0:0:0:0:0:0"})
  void allAddresses(String address) {
    Listener listener = Listener.of("x", address, 1);
    assertThat(listener.everywhere()).isTrue();
    assertThat(listener.local()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.5", "::1", "[::1]", "localhost"})
  void theDeviceItself(String address) {
    Listener listener = Listener.of("x", address, 1);
    assertThat(listener.local()).isTrue();
    assertThat(listener.everywhere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.1", "2001:db8::1", "fe80::", "127.example.org", "interface eth0"})
  void oneAddress(String address) {
    Listener listener = Listener.of("x", address, 1);
    assertThat(listener.local() || listener.everywhere()).isFalse();
  }
}
