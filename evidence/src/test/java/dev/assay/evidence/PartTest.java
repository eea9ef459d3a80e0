package dev.assay.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartTest {
  /** A folder cannot be cleared while something writes into it. */
  @Test
  void noPartStillWritesWhenAnotherHasFailed() {
    CountDownLatch failed = new CountDownLatch(1);
    List<Integer> written = Collections.synchronizedList(new ArrayList<>());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      int number = i;
      parts.add(() -> slowly(failed, written, number));
    }
    parts.set(
        9,
        () -> {
          failed.countDown();
          throw new IOException("no room");
        });
    IOException failure = assertThrows(IOException.class, () -> Part.writeAll(parts));
    assertEquals("no room", failure.getMessage());
    assertEquals(31, List.copyOf(written).size());
  }

  @Test
  void theFailureOfTheFirstPartIsTold() {
    Part last =
        () -> {
          throw new IOException("last");
        };
    Part first =
        () -> {
          try {
            Thread.sleep(20);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          throw new IOException("first");
        };
    assertEquals(
        "first",
        assertThrows(IOException.class, () -> Part.writeAll(List.of(first, last))).getMessage());
  }

  @Test
  void nothingStillWritesWhenAPartIsMistaken() {
    CountDownLatch failed = new CountDownLatch(1);
    List<Integer> written = Collections.synchronizedList(new ArrayList<>());
    Part mistaken =
        () -> {
          failed.countDown();
          throw new IllegalStateException("a mistake");
        };
    List<Part> parts = new ArrayList<>(List.of(mistaken));
    for (int i = 0; i < 8; i++) {
      int number = i;
      parts.add(() -> slowly(failed, written, number));
    }
    assertThrows(IllegalStateException.class, () -> Part.writeAll(parts));
    assertEquals(8, List.copyOf(written).size());
  }

  /** Ends only after another part has failed, where both run at once. */
  private static void slowly(CountDownLatch failed, List<Integer> written, int number)
      throws IOException {
    try {
      if (failed.await(50, TimeUnit.MILLISECONDS)) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    written.add(number);
  }
}
