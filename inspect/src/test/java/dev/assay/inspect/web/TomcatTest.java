package dev.assay.inspect.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.Zipped;
import dev.assay.inspect.web.WebServerFacts.Listener;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomcatTest {
  private static final String HTTP = "<Connector port='8080' protocol='HTTP/1.1'/>";
  private static final String HOST = "<Host name='localhost' appBase='webapps'/>";

  private static final String MANAGER =
      "<web-app><display-name>Tomcat Manager Application</display-name></web-app>";

  private static String configuration(String connectors, String host) {
    return "<?xml version='1.0'?><Server port='8005' shutdown='SHUTDOWN'><Service name='Catalina'>"
        + connectors
        + "<Engine name='Catalina' defaultHost='localhost'>"
        + host
        + "</Engine></Service></Server>";
  }

  private static Servers server(String connectors, String host) {
    return new Servers().with("opt/tomcat/conf/server.xml", configuration(connectors, host));
  }

  private static Servers server(String connectors) {
    return server(connectors, HOST);
  }

  private static List<String> open(Described server) {
    return server.unknown().keySet().stream().sorted().toList();
  }

  @Test
  void readsConnectorsAndLeavesOutThoseThatAreOffOrCommentedOut() {
    WebServerFacts facts =
        server(
                HTTP
                    + "<Connector port='${https.port:-8443}' SSLEnabled='true' address='0.0.0.0'/>"
                    + "<Connector port='8081' address='127.0.0.1'/>"
                    + "<Connector port='-1'/><!-- <Connector port='9999'/> -->")
            .facts();
    assertThat(facts.listeners())
        .containsExactly(
            new Listener("", 8080, false, false),
            new Listener("", 8443, true, false),
            new Listener("127.0.0.1", 8081, false, true));
    assertThat(facts.plainListeners()).containsExactly("*:8080");
  }

  @Test
  void aServerXmlOfAnotherProgramIsNotTomcats() {
    assertThat(
            new Servers()
                .with("opt/wlp/server.xml", "<server><httpEndpoint httpPort='9080'/></server>")
                .all())
        .isEmpty();
  }

  @Test
  void readsTlsOfBothWaysToWriteIt() {
    WebServerFacts now =
        server(
                """
                <Connector port='443' SSLEnabled='true'>
                  <SSLHostConfig protocols='TLSv1.1+TLSv1.2' ciphers='HIGH:RC4' insecureRenegotiation='true'>
                    <Certificate certificateKeystoreFile='conf/k.p12' certificateKeystorePassword='changeit'/>
                  </SSLHostConfig>
                </Connector>""")
            .facts();
    assertThat(now.tlsProtocols()).containsExactly("TLSv1.1", "TLSv1.2");
    assertThat(now.weakCiphers()).containsExactly("RC4");
    assertThat(now.insecureRenegotiation()).isTrue();
    assertThat(now.keys()).containsExactly("/opt/tomcat/conf/k.p12");
    assertThat(now.defaultKeyPassword()).isTrue();
    WebServerFacts before =
        server(
                "<Connector port='443' SSLEnabled='true' sslEnabledProtocols='TLSv1.2,TLSv1.3'"
                    + " keystoreFile='${catalina.base}/conf/k.jks' keystorePass='own'/>")
            .facts();
    assertThat(before.tlsProtocols()).containsExactly("TLSv1.2", "TLSv1.3");
    assertThat(before.keys()).containsExactly("/opt/tomcat/conf/k.jks");
    assertThat(before.defaultKeyPassword()).isFalse();
  }

  @Test
  void showsNoPasswordOfAKeyStore() {
    Described server =
        server("<Connector port='443' SSLEnabled='true' keystoreFile='k' keystorePass='s3cr3t!'/>")
            .only();
    assertThat(server.evidence()).noneMatch(each -> each.evidence().excerpt().contains("s3cr3t"));
  }

  @Test
  void whichTlsVersionsAllMeansTheJavaRuntimeDecides() {
    assertThat(
            open(
                server(
                        "<Connector port='443' SSLEnabled='true'><SSLHostConfig protocols='all'/></Connector>")
                    .only()))
        .contains("tlsProtocols");
  }

  /** The version decides what an AJP connector does that says nothing. */
  @ParameterizedTest
  @CsvSource({
    "9.0.30-1, '', true",
    "9.0.43-2, '', false",
    "8.5.50, '', true",
    "8.5.54-0, '', false",
    "9.0.43-2, address='0.0.0.0', false",
    "9.0.43-2, address='0.0.0.0' secretRequired='false', true",
    "9.0.43-2, address='0.0.0.0' secret='x', false",
    "9.0.30-1, secret='x', false",
    "9.0.30-1, address='127.0.0.1', false"
  })
  void anAjpConnectorBelievesWhoeverReachesIt(String version, String attributes, boolean trusting) {
    Described server =
        server("<Connector protocol='AJP/1.3' port='8009' " + attributes.replace('"', '\'') + "/>")
            .installed("tomcat9", version)
            .only();
    assertThat(((WebServerFacts) server.facts()).trustingConnectors())
        .isEqualTo(trusting ? List.of("AJP on port 8009") : List.of());
    assertThat(open(server)).doesNotContain("trustingConnectors");
  }

  /** A recent one would not start on a public address without a secret. */
  @ParameterizedTest
  @ValueSource(strings = {"", "address='0.0.0.0'", "secretRequired='false'"})
  void anAjpConnectorOfAReleaseThatNothingTellsIsLeftOpen(String attributes) {
    Described server =
        server("<Connector protocol='AJP/1.3' port='8009' " + attributes + "/>").only();
    assertThat(((WebServerFacts) server.facts()).trustingConnectors()).isEmpty();
    assertThat(open(server)).contains("trustingConnectors");
  }

  @Test
  void anAjpConnectorThatSaysAllNeedsNoRelease() {
    String ajp = "<Connector protocol='AJP/1.3' port='8009' address='%s' secretRequired='false'/>";
    assertThat(server(ajp.formatted("0.0.0.0")).facts().trustingConnectors()).hasSize(1);
    Described closed = server(ajp.formatted("127.0.0.1")).only();
    assertThat(((WebServerFacts) closed.facts()).trustingConnectors()).isEmpty();
    assertThat(open(closed)).doesNotContain("trustingConnectors");
  }

  @Test
  void theCertificateInAHeaderIsBelievedOnlyWhereOthersCanSendIt() {
    String valve = "<Valve className='org.apache.catalina.valves.SSLValve'/>";
    assertThat(server(HTTP, HOST + valve).facts().trustingConnectors()).containsExactly("SSLValve");
    assertThat(
            server("<Connector port='8080' address='127.0.0.1'/>", HOST + valve)
                .facts()
                .trustingConnectors())
        .isEmpty();
  }

  @Test
  void errorPagesTellTheVersionUnlessEveryHostSaysOtherwise() {
    String quiet =
        "<Host name='a'><Valve className='org.apache.catalina.valves.ErrorReportValve'"
            + " showReport='false' showServerInfo='false'/></Host>";
    assertThat(server(HTTP, quiet).facts().versionInErrorPages()).isFalse();
    assertThat(server(HTTP, quiet + "<Host name='b'/>").facts().versionInErrorPages()).isTrue();
    assertThat(server(HTTP, HOST).facts().versionInErrorPages()).isTrue();
  }

  @Test
  void readsWhatWebXmlGivesAllApplications() {
    WebServerFacts facts =
        server("<Connector port='443' SSLEnabled='true'/>")
            .with(
                "opt/tomcat/conf/web.xml",
                """
                <web-app>
                  <filter><filter-name>h</filter-name>
                    <filter-class>org.apache.catalina.filters.HttpHeaderSecurityFilter</filter-class>
                    <init-param><param-name>hstsMaxAgeSeconds</param-name><param-value>31536000</param-value></init-param>
                  </filter>
                  <filter><filter-name>unused</filter-name>
                    <filter-class>org.apache.catalina.filters.RequestDumperFilter</filter-class></filter>
                  <filter-mapping><filter-name>h</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                  <servlet><servlet-name>default</servlet-name>
                    <servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
                    <init-param><param-name>debug</param-name><param-value>0</param-value></init-param>
                    <init-param><param-name>listings</param-name><param-value>true</param-value></init-param>
                    <init-param><param-name>readonly</param-name><param-value>false</param-value></init-param>
                  </servlet>
                </web-app>""")
            .facts();
    assertThat(facts.hstsSeconds()).isEqualTo(31_536_000);
    assertThat(facts.listedPaths()).containsExactly("web applications");
    assertThat(facts.openWrites()).containsExactly("web applications");
    assertThat(facts.debugLogging()).isEmpty();
  }

  @Test
  void withoutWebXmlNothingIsSaidOfListingsAndWrites() {
    assertThat(open(server(HTTP).only())).contains("listedPaths", "openWrites", "writePlaces");
  }

  @Test
  void theManagerIsManagementUnlessOtherAddressesAreKeptOut() {
    String manager =
        "<web-app><display-name>Tomcat Manager Application</display-name>"
            + "<login-config><auth-method>BASIC</auth-method></login-config></web-app>";
    String kept =
        "<Context><Valve className='org.apache.catalina.valves.RemoteAddrValve' allow='127\\..*'/></Context>";
    Servers closed =
        server(HTTP)
            .directory("opt/tomcat/webapps/manager", 0755)
            .with("opt/tomcat/webapps/manager/WEB-INF/web.xml", manager)
            .with("opt/tomcat/webapps/manager/META-INF/context.xml", kept);
    assertThat(closed.facts().managementPorts()).isEmpty();
    assertThat(closed.facts().plainLogins()).isEmpty();
    // A descriptor of the server counts instead of the application's own.
    WebServerFacts open =
        closed
            .with("opt/tomcat/conf/Catalina/localhost/manager.xml", "<Context privileged='true'/>")
            .facts();
    assertThat(open.managementPorts()).containsExactly("/manager");
    assertThat(open.plainLogins()).containsExactly("/manager on *:8080");
  }

  /** What a valve of another host lets in, or one that lets all in, keeps nobody out. */
  @ParameterizedTest
  @CsvSource({
    "allow='.*', false",
    "allow='127.0.0.1|.*', false",
    "allow='0.0.0.0/0', false",
    "allow='10[.]0[.]0[.][0-9]+', true"
  })
  void onlyAValveThatKeepsSomebodyOutCloses(String allow, boolean closed) {
    String valve = "<Valve className='org.apache.catalina.valves.RemoteAddrValve' " + allow + "/>";
    assertThat(manager("<Host name='localhost'/>" + valve).facts().managementPorts().isEmpty())
        .isEqualTo(closed);
    assertThat(
            manager("<Host name='localhost'>" + valve + "</Host>")
                .facts()
                .managementPorts()
                .isEmpty())
        .isEqualTo(closed);
    assertThat(
            manager(
                    "<Host name='localhost'/><Host name='other' appBase='other'>"
                        + valve
                        + "</Host>")
                .facts()
                .managementPorts())
        .containsExactly("/manager");
  }

  @Test
  void aContextInServerXmlIsAnApplication() {
    assertThat(
            server(
                    HTTP,
                    "<Host name='a' appBase='none'><Context path='/m' docBase='/srv/manager'/></Host>")
                .with("srv/manager/WEB-INF/web.xml", MANAGER)
                .facts()
                .managementPorts())
        .containsExactly("/m");
    assertThat(
            server(
                    HTTP,
                    "<Host name='a' appBase='none'><Context path='/m' docBase='/srv/manager'>"
                        + "<Valve className='org.apache.catalina.valves.RemoteAddrValve' allow='::1'/>"
                        + "</Context></Host>")
                .with("srv/manager/WEB-INF/web.xml", MANAGER)
                .facts()
                .managementPorts())
        .isEmpty();
  }

  @Test
  void aDescriptorBehindALinkIsRead() {
    assertThat(
            server(HTTP)
                .with("manager.xml", "<Context docBase='/srv/manager'/>")
                .link("opt/tomcat/conf/Catalina/localhost/manager.xml", "/manager.xml")
                .with("srv/manager/WEB-INF/web.xml", MANAGER)
                .facts()
                .managementPorts())
        .containsExactly("/manager");
  }

  private static Servers manager(String hosts) {
    return server(HTTP, hosts)
        .directory("opt/tomcat/webapps/manager", 0755)
        .with("opt/tomcat/webapps/manager/WEB-INF/web.xml", MANAGER);
  }

  @Test
  void anArchiveThatTheServerWillUnpackIsAnApplication() {
    WebServerFacts facts =
        server(HTTP)
            .with("opt/tomcat/webapps/admin.war", "PK")
            .with(
                "opt/tomcat/webapps/admin.war!/WEB-INF/web.xml",
                "<web-app><display-name>Tomcat Host Manager Application</display-name></web-app>")
            .facts();
    assertThat(facts.managementPorts()).containsExactly("/admin");
    assertThat(facts.documentRoots()).isEmpty();
  }

  @Test
  void anArchiveIsReadAsTheFolderThatItBecomes() {
    byte[] archive =
        Zipped.zip(
            Map.of(
                "WEB-INF/web.xml", MANAGER.getBytes(StandardCharsets.UTF_8),
                "WEB-INF/web.xml.bak", new byte[] {'x'},
                "index.html.bak", new byte[] {'x'},
                ".htpasswd", new byte[] {'x'}));
    Described server =
        Tree.ofASystem()
            .file("opt/tomcat/conf/server.xml", configuration(HTTP, HOST))
            .file("opt/tomcat/webapps/manager.war", archive)
            .only("web-server");
    WebServerFacts facts = (WebServerFacts) server.facts();
    assertThat(facts.managementPorts()).containsExactly("/manager");
    assertThat(facts.backupFiles())
        .containsExactly("/opt/tomcat/webapps/manager.war!/index.html.bak");
    assertThat(facts.hiddenFiles()).containsExactly("/opt/tomcat/webapps/manager.war!/.htpasswd");
    assertThat(open(server)).doesNotContain("managementPorts", "backupFiles", "hiddenFiles");
  }

  @Test
  void nothingIsSaidOfAnApplicationInAnArchiveThatIsNotRead() {
    assertThat(open(server(HTTP).with("opt/tomcat/webapps/admin.war", "PK").only()))
        .contains("managementPorts", "plainLogins", "basicAuth");
  }

  @Test
  void whatStandsInWebInfIsNotServed() {
    WebServerFacts facts =
        server(HTTP)
            .directory("opt/tomcat/webapps/shop", 0755)
            .with("opt/tomcat/webapps/shop/WEB-INF/web.xml.bak", "<web-app/>")
            .with("opt/tomcat/webapps/shop/index.html.bak", "<html/>")
            .facts();
    assertThat(facts.backupFiles()).containsExactly("/opt/tomcat/webapps/shop/index.html.bak");
  }

  @Test
  void readsTheArgumentsOfTheRuntime() {
    assertThat(
            server(HTTP)
                .with(
                    "opt/tomcat/bin/setenv.sh",
                    "# -Dcom.sun.management.jmxremote.port=1\nCATALINA_OPTS=-agentlib:jdwp=transport=dt_socket\n")
                .facts()
                .managementPorts())
        .containsExactly("remote debugging");
  }

  @Test
  void whatIsNoWholeXmlIsMissing() {
    WebServerFacts facts =
        new Servers()
            .with(
                "opt/tomcat/conf/server.xml",
                "<Server port='8005'><Service name='x'><Connector port='80'/>")
            .facts();
    assertThat(facts.missingIncludes()).containsExactly("opt/tomcat/conf/server.xml");
  }
}
