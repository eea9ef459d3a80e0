package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.inspect.android.code.AndroidCodeReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
  private final Memory memory = new Workspace(Limits.DEFAULT);

  /** Counts how often it is decompressed. */
  private static final class Packed implements Content {
    private final boolean sound;
    int opened;

    Packed(boolean sound) {
      this.sound = sound;
    }

    @Override
    public long size() {
      return 3;
    }

    @Override
    public Bytes open(Memory into) {
      opened++;
      Bytes bytes = Bytes.of(new byte[] {1, 2, 3});
      if (!sound) {
        throw new Partial(bytes, new Malformed("zip.crc", -1, "content kept"));
      }
      return bytes;
    }
  }

  private Shared shared(Entry... members) {
    return Shared.of(List.of(members), List.of(new AndroidCodeReader()), memory);
  }

  private static Entry member(String path, Content content) {
    return Entry.file(path, Entry.Attributes.NONE, content);
  }

  @Test
  void decompressesAMemberOnceForScanAndInspectors() {
    Packed dex = new Packed(true);
    Shared shared = shared(member("classes2.dex", dex));
    Bytes scanned = shared.entries().getFirst().content().orElseThrow().open(memory);
    assertThat(shared.open("classes2.dex")).containsSame(scanned);
    assertThat(dex.opened).isEqualTo(1);
  }

  @Test
  void sharesOnlyWhatAnInspectorAsksFor() {
    Packed picture = new Packed(true);
    Shared shared = shared(member("res/a.png", picture));
    assertThat(shared.entries().getFirst().content()).containsSame(picture);
    assertThat(shared.open("res/a.png")).isEmpty();
  }

  @Test
  void leavesADamagedMemberToTheReaders() {
    Packed dex = new Packed(false);
    Shared shared = shared(member("classes.dex", dex));
    assertThat(shared.open("classes.dex")).isEmpty();
    Content scanned = shared.entries().getFirst().content().orElseThrow();
    assertThatThrownBy(() -> scanned.open(memory)).isInstanceOf(Content.Partial.class);
    assertThat(dex.opened).isEqualTo(1);
  }

  @Test
  void leavesMembersOfOneNameToTheReaders() {
    Content one = new Packed(true);
    assertThat(shared(member("classes.dex", one), member("classes.dex", one)).open("classes.dex"))
        .isEmpty();
  }
}
