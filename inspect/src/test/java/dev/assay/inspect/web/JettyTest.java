package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.web.WebServerFacts.Listener;
import java.util.List;
import org.junit.jupiter.api.Test;

class JettyTest {
  private static final String CONNECTOR =
      """
      <?xml version="1.0"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "http://www.eclipse.org/jetty/configure.dtd">
      <Configure id="Server" class="org.eclipse.jetty.server.Server">
        <Call name="addConnector">
          <Arg>
            <New class="org.eclipse.jetty.server.ServerConnector">
              <Set name="host"><Property name="my.host" default="127.0.0.1"/></Set>
              <Set name="port">9090</Set>
            </New>
          </Arg>
        </Call>
      </Configure>
      """;

  @Test
  void takesModulesAndPropertiesOfAllFiles() {
    WebServerFacts facts =
        new Servers()
            .with("opt/base/start.ini", "--module=http,https\n# jetty.http.port=1\n")
            .with("opt/base/start.d/http.ini", "jetty.http.host=127.0.0.1\njetty.http.port=8000\n")
            .with("opt/base/start.d/ssl.ini", "jetty.ssl.stsMaxAgeSeconds=31536000\n")
            .facts();
    assertEquals(
        List.of(new Listener("127.0.0.1", 8000, false, true), new Listener("", 8443, true, false)),
        facts.listeners());
    assertEquals(31536000, facts.hstsSeconds());
  }

  @Test
  void readsConnectorsFromXml() {
    assertEquals(
        List.of(new Listener("127.0.0.1", 9090, false, true)),
        new Servers().with("opt/app/etc/jetty.xml", CONNECTOR).facts().listeners());
  }

  @Test
  void leavesOutFilesOfModulesThatAreOff() {
    String log = "<Configure><Set name=\"RequestLog\">x</Set></Configure>";
    assertFalse(
        new Servers()
            .with("opt/base/start.ini", "--module=http\n")
            .with("opt/base/etc/jetty-requestlog.xml", log)
            .facts()
            .accessLog());
    assertTrue(
        new Servers()
            .with("opt/base/start.ini", "--module=http,requestlog\n")
            .with("opt/base/etc/jetty-requestlog.xml", log)
            .facts()
            .accessLog());
  }

  @Test
  void doesNotFollowEntities() {
    String hostile =
        """
        <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>
        <Configure><Set name="sendServerVersion">&b;</Set></Configure>
        """;
    var server = new Servers().with("opt/app/jetty.xml", hostile).only();
    assertTrue(server.evidence().stream().noneMatch(e -> e.evidence().excerpt().contains("root:")));
  }

  @Test
  void takesNoOtherStartIniForItsOwn() {
    assertEquals(List.of(), new Servers().with("opt/x/start.ini", "[start]\nname=x\n").all());
  }

  private static final String USERS =
      """
      # user: password, roles
      admin: admin, admin
      reader=OBF:1x8e1vny1zlo
      other: MD5:5f4dcc3b5aa765d61d8327deb882cf99,user
      last:CRYPT:adpexzg3FUZAk
      """;

  private static final List<WebServerFacts.Password> FOUR =
      List.of(
          new WebServerFacts.Password("opt/app/etc/realm.properties", "admin", "plain"),
          new WebServerFacts.Password("opt/app/etc/realm.properties", "reader", "plain"),
          new WebServerFacts.Password("opt/app/etc/realm.properties", "other", "md5"),
          new WebServerFacts.Password("opt/app/etc/realm.properties", "last", "des-crypt"));

  @Test
  void readsTheUsersOfALoginService() {
    String service =
        """
        <Configure class="org.eclipse.jetty.server.Server">
          <Call name="addBean"><Arg>
            <New class="org.eclipse.jetty.security.HashLoginService">
              <Set name="name">Test Realm</Set>
              <Set name="config"><SystemProperty name="jetty.home" default="."/>/etc/realm.properties</Set>
            </New>
          </Arg></Call>
        </Configure>
        """;
    assertEquals(
        FOUR,
        new Servers()
            .with("opt/app/etc/jetty.xml", service)
            .with("opt/app/etc/realm.properties", USERS)
            .facts()
            .passwords());
  }

  @Test
  void readsTheUsersOfAProgramThatEmbedsJettyThroughSpring() {
    String beans =
        """
        <beans xmlns="http://www.springframework.org/schema/beans">
          <bean id="login" class="org.eclipse.jetty.security.HashLoginService">
            <property name="name" value="Realm" />
            <property name="config" value="${app.conf}/realm.properties" />
          </bean>
        </beans>
        """;
    assertEquals(
        FOUR,
        new Servers()
            .with("opt/app/etc/jetty.xml", beans)
            .with("opt/app/etc/realm.properties", USERS)
            .facts()
            .passwords());
  }
}
