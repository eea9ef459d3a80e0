package dev.assay.inspect.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
  private final Signatures standard = Signatures.standard();

  @Test
  void everySignatureHasAnIdOfItsOwnAndALiteralWorthSearchingFor() {
    Set<String> ids = new HashSet<>();
    for (Signature signature : standard.all()) {
      assertTrue(ids.add(signature.id()), signature.id());
      assertTrue(signature.literal().length() >= 3, signature.id());
    }
    assertTrue(ids.size() >= 60);
  }

  /**
   * Values are put together here so that no scanner mistakes this file for one that holds secrets.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          aws-access-key-id         | key = AKIA,J7Q2XVN5RTZB4KPW
          github-personal-access-token | token: ghp_,a8Fk29sLqP0xZmW7vRt4YbN6cEu1HdGj3KoS
          gitlab-token              | glpat-,x7Kf9-QmZ2pLw4Vt8RsB
          slack-token               | xoxb-,731904562817-640518273945-Zk4hT8mQw2Rv9LpX6sYb
          gcp-api-key               | var k = "AIza,SyB3kQ9vXr7Tm2Lp8WzN4cHj6Yf1Gd5Ks0E
          stripe-live-key           | sk_live_,4kT9mQw2Rv8LpX6sYbZh3Nc7
          password-in-url           | url=ftp://backup:,Ws93kdla@10.0.0.5/x
          wpa-passphrase            | psk=",Gx72-kellerbar"
          hostapd-passphrase        | wpa_passphrase=,Gx72kellerbar
          curl-user-password        | curl -u guest:,Tq83kd1x http://localhost:15672/
          curl-user-password        | curl -s -k -u guest:,Tq83kd1x http://localhost:15672/
          mysql-command-password    | mysql -p,Tq83kd1x shop
          mysql-command-password    | mysqldump -uroot -p,Tq83kd1x shop
          sshpass-password          | sshpass -p ,Tq83kd ssh root@host
          chpasswd-password         | echo root:,Tq83kd ¦ chpasswd
          snmp-community-in-command | snmpset -v2c -c ,private 10.0.0.1 x
          ldap-bind-password        | bindpw ,Tq83kd
          password-assignment       | ADMIN_PASSWORD=",Tq83kd!x"
          password-assignment       | $db_password = ",Tq83kd!x";
          password-member           | {"password": ",Tq83kd1x"}
          password-member           | connect({ user: 'a', password: ',Tq83kd1x' })
          password-element          | 'db_password' => ',Tq83kd1x'
          password-element          | connect(user => 'a', password => ',Tq83kd1x')
          password-element          | :password => ",Tq83kd1x"
          password-entry            |   db_password: ,Tq83kd1x
          password-setting          | db_password = ,Tq83kd1x
          connection-string-password | Server=db;Database=x;Password=,Tq83kd1x
          telnetd-shell             | telnetd -p 23 -l /bin/sh
          login-forced-root         | exec login -f root
          mqtt-config-password      | mqtt_password=Tq8,3kd1x
          mqtt-config-password      | mqttPassword: "Tq8,3kd1x";
          hash-md5-crypt            | root:$1$,abcdefgh$4kT9mQw2Rv8LpX6sYbZh3N:0:0
          wireguard-private-key     | PrivateKey = ,cKj3Vt8RsBx7Kf9QmZ2pLw4aYb1Nd5Gh6Eu0Ti7Xk2s=
          """)
  void findsEachOf(String id, String text) {
    String content = "# head\n" + text.replace(",", "").replace("¦", "|") + "\n";
    List<Hit> hits = standard.find(Bytes.of(content));
    assertTrue(hits.stream().anyMatch(hit -> hit.signature().equals(id)), () -> content + hits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `password = "$PASSWORD"`
          `password = "%s"`
          `password="password"`
          `password = "Enter your password"`
          `# db_password = Tq83kd1x`
          `//  password: "$2a$08$zZWtXTja0fB1pzD4sHCMyOCMYz2Z6dNbM6tl8sJogENOMcxWV9DN."`
          `password = get_password(user1)`
          `passwd = pwd.getpwuid(0)`
          `s.mqtt.password = interpretValue(s.mqtt.password)`
          `options.mqttPassword = settings.brokerPassword;`
          `wpa_passphrase=$KEY12345`
          `https://user:password@example.com/`
          `proto://host:8080/path@2x.png`
          `AKIAIOSFODNN7EXAMPLE`
          `https://s3.amazonaws.com/a?X-Amz-Credential=AKIAJ7Q2XVN5RTZB4KPW%2F20200101`
          `echo root:$PW | chpasswd`
          `#telnetd -l /bin/sh`
          `telnetd -l /bin/login`
          `db_password = secret_password_field`
          `snmpget -c $COMMUNITY host`
          `<pre>$ curl -u guest:Tq83kd1x http://localhost:15672/`
          `C:\\&gt; curl -i -u guest:Tq83kd1x http://localhost:15672/`
          `const AC_PASSWORD = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password';`
          `    password = password1`
          `login(user="anonymous",password="guest"){}`
          `placeholder: 'e.g. hvs.OGJ6pc6zZRlY3xXEYtm7Qe5l',`
          `t.host=n.host;t.query=n.query,t.password=n.password.slice();`
          `password: "Passwort"`
          `{password:"type(n)",b:1}`
          `  password: ${ADMIN_PASSWORD1}`
          `  password: password1`
          `find $dir -not -group mysql -print0`
          """)
  void takesNoPlaceholderVariableOrCommentForASecret(String text) {
    assertEquals(List.of(), standard.find(Bytes.of("\n" + text + "\n")));
  }

  @Test
  void neverShowsTheSecret() {
    String secret = "ghp_" + "a8Fk29sLqP0xZmW7vRt4YbN6cEu1HdGj3KoS";
    Hit hit = standard.find(Bytes.of("token " + secret + "\n")).getFirst();
    assertFalse(hit.excerpt().contains(secret.substring(6)));
    assertEquals(secret.length(), hit.length());
    assertEquals(6, hit.offset());
  }

  @Test
  void findsTheSameHoweverTheContentIsPortioned() {
    byte[] content = mixture(new Random(3), 400);
    List<Hit> whole = standard.find(Bytes.of(content));
    assertTrue(whole.size() > 20, "hits " + whole.size());
    for (int chunk : new int[] {1, 7, 64, 1000, 4096}) {
      assertEquals(whole, standard.withChunk(chunk).find(Bytes.of(content)), "chunk " + chunk);
    }
  }

  @Test
  void saysWhenAContentHoldsMoreThanItRecords() {
    List<Hit> hits = standard.find(Bytes.of("echo root:Tq83kd1x | chpasswd\n".repeat(500)));
    assertEquals(Signatures.MAX_HITS + 1, hits.size());
    assertEquals(Signatures.LIMIT, hits.getLast().signature());
  }

  private static byte[] mixture(Random random, int parts) {
    List<String> seeds =
        List.of(
            "telnetd -l /bin/sh\n",
            "psk=\"Gx72-kellerbar\"\n",
            "http://a:Tq83kd1x@h/ ",
            "login -f root\n",
            "echo root:Tq83kd | chpasswd\n",
            "password = \"Tq83kd!\"\n");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      all.add(
          random.nextInt(4) == 0
              ? seeds.get(random.nextInt(seeds.size()))
              : "x".repeat(random.nextInt(90)) + "\n");
    }
    return String.join("", all).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void tellsEveryMarkerThatOccursWhateverItsCase() {
    Signatures signatures = Signatures.of(List.of()).with(List.of("YAML.", "yaml.", "JSON.parse"));
    assertThat(signatures.look(Bytes.of("d = Yaml.load(f)")).markers())
        .containsExactlyInAnyOrder("YAML.", "yaml.");
  }
}
