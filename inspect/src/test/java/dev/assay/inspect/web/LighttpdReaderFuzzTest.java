package dev.assay.inspect.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

class LighttpdReaderFuzzTest {
  @FuzzTest
  void describesAServerOrNoneWhateverItsConfigurationSays(byte[] content) {
    new Servers()
        .with("etc/lighttpd/lighttpd.conf", content)
        .with("etc/passwd", "root:x:0:0::/:/bin/sh\n")
        .all();
  }
}
