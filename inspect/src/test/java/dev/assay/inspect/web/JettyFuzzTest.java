package dev.assay.inspect.web;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JettyFuzzTest {
  @FuzzTest
  void describesAServerOrNoneWhateverItsFilesSay(byte[] content) {
    new Servers().with("opt/a/jetty.xml", content).with("opt/b/start.ini", content).all();
  }

  @FuzzTest
  void readsTheUsersOfALoginServiceWhateverTheyAre(byte[] content) {
    String service =
        "<New class=\"HashLoginService\"><Set name=\"config\">/opt/a/realm.properties</Set></New>";
    new Servers().with("opt/a/jetty.xml", service).with("opt/a/realm.properties", content).all();
  }
}
