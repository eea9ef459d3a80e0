package dev.assay.inspect.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ApacheReaderFuzzTest {
  @FuzzTest
  void describesAServerOrNoneWhateverItsConfigurationSays(byte[] content) {
    new Servers()
        .with("etc/apache2/apache2.conf", content)
        .with("etc/passwd", "root:x:0:0::/:/bin/sh\n")
        .all();
  }
}
