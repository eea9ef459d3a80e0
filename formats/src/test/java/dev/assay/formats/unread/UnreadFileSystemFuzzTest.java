package dev.assay.formats.unread;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Hostile;

class UnreadFileSystemFuzzTest {
  @FuzzTest
  void readsAnything(byte[] bytes) {
    Hostile.read(UnreadFileSystem.XFS, bytes);
  }
}
