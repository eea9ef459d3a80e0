package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Memory;
import dev.assay.inspect.fault.Faults;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Bytes EMPTY = Bytes.of(new byte[0]);

  /** Fails after the first member, or while it decodes. */
  private static final class Failing {
    static final class Archive implements Container {
      @Override
      public String type() {
        return "application/x-failing";
      }

      @Override
      public boolean recognises(Bytes content) {
        return true;
      }

      @Override
      public void unpack(Bytes content, Listing listing) {
        listing.add(Entry.part("first", Content.of(content)));
        throw new NegativeArraySizeException("-1");
      }
    }

    static final class Stream implements Encoding {
      @Override
      public String type() {
        return "application/x-failing";
      }

      @Override
      public boolean recognises(Bytes content) {
        return true;
      }

      @Override
      public Decoded decode(Bytes content, Memory memory) {
        throw new StackOverflowError();
      }
    }
  }

  private static Unpacker unpacker(Faults faults, Workspace workspace) {
    return new Unpacker(
        Limits.DEFAULT,
        new Guard(faults, workspace),
        new Budget(Limits.DEFAULT, workspace),
        Progress.SILENT);
  }

  @Test
  void aContainerKeepsTheMembersThatWereListedBeforeItsReaderFailed() {
    try (Workspace workspace = new Workspace(Limits.DEFAULT)) {
      List<Problem> problems = new ArrayList<>();
      Collected listed =
          unpacker(Faults.REPORT, workspace).list(new Failing.Archive(), EMPTY, problems);
      assertThat(listed.resolved()).extracting(Entry::path).containsExactly("first");
      assertThat(problems)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.isFault()).isTrue();
                assertThat(problem.message())
                    .contains(GuardTest.class.getName(), "NegativeArraySizeException");
              });
      assertThat(workspace.limitHit()).as("the scan is repeated in order").isTrue();
    }
  }

  @Test
  void anEncodingWhoseReaderFailedIsALeaf() {
    try (Workspace workspace = new Workspace(Limits.DEFAULT)) {
      List<Problem> problems = new ArrayList<>();
      Unpacker.Unpacked inside =
          unpacker(Faults.REPORT, workspace).decode(new Failing.Stream(), EMPTY, 0, problems);
      assertThat(inside.isEmpty()).isTrue();
      assertThat(problems).extracting(Problem::isFault).containsExactly(true);
    }
  }

  @Test
  void aReaderThatFailsEndsATest() {
    try (Workspace workspace = new Workspace(Limits.DEFAULT)) {
      assertThatThrownBy(
              () ->
                  unpacker(Faults.END, workspace)
                      .list(new Failing.Archive(), EMPTY, new ArrayList<>()))
          .isInstanceOf(NegativeArraySizeException.class);
    }
  }
}
