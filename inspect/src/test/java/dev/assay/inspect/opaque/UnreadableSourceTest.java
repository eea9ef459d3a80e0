package dev.assay.inspect.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableSourceTest {
  @TempDir private Path directory;

  @Test
  void aProductThatCannotBeReadIsOpaqueAsAWhole() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nothing"));
    Inspection inspection =
        Inspection.of(List.of(new Source.OnHost("fw", link)), Limits.DEFAULT, 1, Progress.SILENT);
    assertThat(inspection.artifacts().getFirst().problems().getFirst().code())
        .isEqualTo("host.unreadable");
    OpaqueFacts facts = (OpaqueFacts) inspection.components().getFirst().facts();
    assertThat(facts.reason()).isEqualTo("damaged");
    assertThat(facts.share()).isEqualTo(1);
  }
}
