package dev.assay.formats.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Malformed;

class JsonFuzzTest {
  @FuzzTest
  void parsesAnyBytesOrRefusesThem(byte[] content) {
    try {
      Json value = Json.parse(content);
      value.get("a").items().forEach(Json::number);
    } catch (Malformed refused) {
      // A refusal is an answer.
    }
  }
}
