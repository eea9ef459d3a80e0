package dev.assay.inspect.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JettyFuzzTest {
  @FuzzTest
  void describesAServerOrNoneWhateverItsFilesSay(byte[] content) {
    new Servers().with("opt/a/jetty.xml", content).with("opt/b/start.ini", content).all();
  }
}
