package dev.assay.formats.selfextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellArchiveTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "makeself, makeself --nox11 --quiet tree image label true",
    "makeself, makeself --nox11 --quiet --nocomp tree image label true",
    "zstd, (echo '#!/bin/sh' && echo '# häuser' && echo exit && tar -c tree | zstd -q) > image",
    "xz, (echo '#!/bin/sh' && echo exit && tar -c tree | xz) > image",
    "bzip2, (echo '#!/bin/sh' && echo exit && tar -c tree | bzip2) > image",
    "tar, (echo '#!/bin/sh' && echo exit && tar -c tree) > image",
    "7z, 7z a x.7z tree > log && (echo '#!/bin/sh' && echo exit && cat x.7z) > image",
  })
  void dividesScriptAndArchive(String tool, String command) throws Exception {
    byte[] image = FlashTree.in(directory).image(tool, command);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(ShellArchive.class);
    Listed listed = Listed.of(new ShellArchive(), Bytes.of(image));
    assertThat(listed.paths()).containsExactly("[script]", "[archive]");
    assertThat(listed.text("[script]")).startsWith("#!/bin/sh\n").endsWith("\n");
    assertThat(Formats.of(Bytes.of(listed.bytes("[archive]")))).isPresent();
  }

  @Test
  void aScriptIsNoArchive() {
    String script = "#!/bin/sh\n# häuser\nprintf '\u001b[1m'\n";
    byte[] binary = (script + "\1\2\3\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Formats.of(Bytes.of(script))).isEmpty();
    assertThat(Formats.of(Bytes.of(binary))).isEmpty();
  }

  @Test
  void damageEndsInProblemsOnly() throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image("tar", "(echo '#!/bin/sh' && echo exit && tar -cz tree/etc) > image");
    Hostile.survives(new ShellArchive(), image);
  }
}
