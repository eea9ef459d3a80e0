package dev.assay.inspect.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class TomcatFuzzTest {
  @FuzzTest
  void describesAServerOrNoneWhateverItsConfigurationSays(byte[] content) {
    new Servers().with("opt/a/conf/server.xml", content).all();
  }

  @FuzzTest
  void describesAServerWhateverItsApplicationsSay(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    new Servers()
        .with(
            "opt/a/conf/server.xml",
            "<Server><Service><Connector port='80'/><Host name='a'/></Service></Server>")
        .with("opt/a/conf/web.xml", text)
        .with("opt/a/conf/context.xml", text)
        .with("opt/a/conf/Catalina/localhost/b.xml", text)
        .directory("opt/a/webapps/c", 0755)
        .with("opt/a/webapps/c/WEB-INF/web.xml", text)
        .only();
  }
}
