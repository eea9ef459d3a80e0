package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SolidTest {
  private static Solid.Stream stream(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new Solid.Stream(Bytes.of(bytes), bytes.length, Optional.empty());
  }

  private static String text(Content content) {
    Bytes bytes = content.open(new HeapMemory());
    return new String(bytes.toArray((int) bytes.size()), StandardCharsets.US_ASCII);
  }

  /**
   * Each of two streams only comes to an end while the other is being decompressed as well. That
   * without members is nobody's.
   */
  @Test
  @Timeout(60)
  void whoFindsAStreamTakenDecompressesAnother() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger decompressed = new AtomicInteger();
    List<Function<Memory, Solid.Stream>> decompressions = new ArrayList<>();
    decompressions.add(
        memory -> {
          throw new AssertionError("nobody asked for it");
        });
    for (String text : List.of("firstsecond", "third")) {
      decompressions.add(
          memory -> {
            decompressed.incrementAndGet();
            both.countDown();
            meet(both);
            return stream(text);
          });
    }
    List<Solid> archive = Solid.ofArchive(decompressions);
    List<Content> members =
        List.of(archive.get(1).part(0, 5), archive.get(1).part(5, 6), archive.get(2).part(0, 5));

    List<String> read = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<String>> tasks = new ArrayList<>();
      members.forEach(member -> tasks.add(() -> text(member)));
      for (Future<String> each : threads.invokeAll(tasks)) {
        read.add(each.get());
      }
    }

    assertThat(read).containsExactly("first", "second", "third");
    assertThat(decompressed).hasValue(2);
  }

  private static void meet(CountDownLatch both) {
    try {
      assertThat(both.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStreamIsDecompressedOnceEvenIfNothingOfItCanBeRead() {
    AtomicInteger tried = new AtomicInteger();
    Solid damaged =
        Solid.ofArchive(
                List.of(
                    memory -> {
                      tried.incrementAndGet();
                      throw new Malformed("test.damaged", 7, "nothing can be read");
                    }))
            .getFirst();

    for (Content member : List.of(damaged.part(0, 5), damaged.part(5, 6))) {
      Malformed why = assertThrows(Malformed.class, () -> text(member));
      assertThat(why.problem().code()).isEqualTo("test.damaged");
    }
    assertThat(tried).hasValue(1);
  }
}
