package dev.assay.formats.proto;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class ProtoMessageFuzzTest {
  private static final int FIELDS = 16;

  @FuzzTest
  void readsAnyBytesOrRefusesThem(FuzzedDataProvider data) {
    byte[] bytes = data.consumeRemainingAsBytes();
    try {
      read(ProtoMessage.read(Bytes.of(bytes).head(bytes.length)), 4);
    } catch (Malformed refused) {
      // A refusal is an answer.
    }
  }

  private static void read(ProtoMessage message, int depth) {
    for (int field = 0; field < FIELDS && depth > 0; field++) {
      try {
        message.messages(field).forEach(inner -> read(inner, depth - 1));
      } catch (Malformed noMessage) {
        // The bytes of a field need not be a message.
      }
    }
  }
}
