package dev.assay.inspect.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

class NginxReaderFuzzTest {
  @FuzzTest
  void describesAServerOrNoneWhateverItsConfigurationSays(byte[] content) {
    new Servers()
        .with("etc/nginx/nginx.conf", content)
        .with("etc/passwd", "root:x:0:0::/:/bin/sh\n")
        .all();
  }
}
