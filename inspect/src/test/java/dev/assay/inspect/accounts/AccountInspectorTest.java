package dev.assay.inspect.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.accounts.AccountSetFacts.Account;
import dev.assay.model.Described;
import dev.assay.model.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountInspectorTest {
  private static final String ROOT = "root:x:0:0:root:/root:/bin/sh\n";

  private static Described described(String passwd, String shadow) {
    return Tree.ofASystem()
        .file("etc/passwd", passwd)
        .file("etc/shadow", 0640, 0, 42, shadow.getBytes(StandardCharsets.UTF_8))
        .only("account-set");
  }

  private static List<Account> accounts(Described described) {
    return ((AccountSetFacts) described.facts()).accounts();
  }

  /** Hashes as crypt(3) of libxcrypt made them, of {@code admin} and of a password nobody knows. */
  @ParameterizedTest
  @CsvSource({
    "des, abOV.DfJmdnYw, abqRM3bfU8GbE",
    "md5, $1$saltsalt$Y3BMhxQHmg7scgLILa56u1, $1$saltsalt$zP/vv4fxlCgux.9mIw9OF/",
    "sha256, $5$saltsalt$ajilCybiF3oQBEfeTHO1rkbsmz9HcJplt.gHWXkRfD4,"
        + " $5$saltsalt$tPe7LfSXaxVwatil/msjzUDZkru1aYecfaOCZ69GTeA",
    "sha256, $5$rounds=1000$saltsalt$AaBLO5ExCC3GHuSZJSRQSXJabwtG27DZBw.fGyB1q/9,"
        + " $5$rounds=1000$saltsalt$mXDkFtaPJ23.431JxVSobH8PbwAMTaxO5bWJUZZUKs3",
    "sha512, $6$saltsalt$ZxoUf1bJzACFdk9GZkBGmxXd3Rq8nUoGjgon4GVoI91SlW41Ew2djlh60PmWr4flwags"
        + ".7ULrKVSSmnCEsIOj1, $6$saltsalt$CpelJcPiE.JxTHgRlQEL.9NEvt.ak89NPDhaVX5B9C9R6QLMFh1v"
        + "VicAfemT02JsQIay8euF7XHScneDaqWHR1",
    "bcrypt, $2b$05$abcdefghijklmnopqrstuu/ETYr/khvH.poOJBsjjZk.DM9FaNihe,"
        + " $2b$05$abcdefghijklmnopqrstuu8f/ZiRBBa9cGwXd6UqjTmoCmm5G/s9G",
    "bcrypt, $2y$05$abcdefghijklmnopqrstuu/ETYr/khvH.poOJBsjjZk.DM9FaNihe,"
        + " $2y$05$abcdefghijklmnopqrstuu8f/ZiRBBa9cGwXd6UqjTmoCmm5G/s9G"
  })
  void provesAWellKnownPasswordByComputingTheHash(String scheme, String known, String strange) {
    Described described =
        described(
            ROOT + "user:x:1000:1000::/home/user:/bin/sh\n",
            "root:" + known + ":19000:0:99999:7:::\nuser:" + strange + ":0:0:90:7:::\n");
    assertThat(described.unknown()).isEmpty();
    assertThat(accounts(described)).extracting(Account::scheme).containsExactly(scheme, scheme);
    assertThat(accounts(described)).extracting(Account::knownPassword).containsExactly(true, false);
    assertThat(accounts(described)).extracting(Account::maxAge).containsExactly(-1, 90);
    assertThat(accounts(described)).extracting(Account::mustChange).containsExactly(false, true);
    assertThat(described.toString()).doesNotContain(known).doesNotContain(strange);
  }

  @Test
  void aHashThatCannotBeComputedLeavesOnlyItsOwnPasswordUnknown() {
    Described described =
        described(
            ROOT + "user:x:1000:1000::/home/user:/bin/sh\n",
            "root:$y$j9T$saltsaltsalt$7VoO/HtDEcM.KM8uU9NtM0d1fmLvzNbYjrDgg5MfJsB:19000:::::\n"
                + "user:$1$saltsalt$Y3BMhxQHmg7scgLILa56u1:19000:::::\n");
    assertThat(described.unknown()).containsOnlyKeys("accounts[0].knownPassword");
    assertThat(accounts(described)).extracting(Account::scheme).containsExactly("yescrypt", "md5");
    assertThat(accounts(described).get(1).knownPassword()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"*", "!", "!!", "!*", "*LK*", "!$1$saltsalt$Y3BMhxQHmg7scgLILa56u1"})
  void aFieldNoPasswordHashesToIsLocked(String field) {
    Described described = described(ROOT, "root:" + field + ":19000:::::\n");
    assertThat(accounts(described).getFirst().scheme()).isEqualTo("locked");
    assertThat(described.unknown()).isEmpty();
  }

  @Test
  void anEmptyFieldIsNoPasswordInEitherFile() {
    assertThat(accounts(described(ROOT, "root::19000:::::\n")).getFirst().scheme())
        .isEqualTo("none");
    Described described =
        Tree.ofASystem().file("etc/passwd", "root::0:0::/:\n").only("account-set");
    assertThat(accounts(described).getFirst().scheme()).isEqualTo("none");
    assertThat(accounts(described).getFirst().shell()).isEqualTo("/bin/sh");
    assertThat(accounts(described).getFirst().interactive()).isTrue();
  }

  @Test
  void aPasswordKeptElsewhereIsUnknownWhereNoShadowLineTellsIt() {
    Described noLine = described(ROOT, "daemon:*:19000:::::\n");
    assertThat(noLine.unknown()).containsKeys("accounts[0].scheme", "accounts[0].knownPassword");
    Described noFile = Tree.ofASystem().file("etc/passwd", ROOT).only("account-set");
    assertThat(noFile.unknown()).containsKeys("accounts[0].scheme", "accounts[0].knownPassword");
    assertThat(((AccountSetFacts) noFile.facts()).shadowed()).isFalse();
  }

  @Test
  void linesThatAskANetworkDirectoryAreNoAccounts() {
    Described described =
        described(ROOT + "+::::::\n+@staff::::::\n-guest::::::\n", "root:*:::::::\n+::::::::\n");
    assertThat(accounts(described)).extracting(Account::name).containsExactly("root");
  }

  @Test
  void aHashInPasswdIsSeenThereAndShownMasked() {
    Described described =
        Tree.ofASystem()
            .file("etc/passwd", "a:*:1:1::/:/bin/false\nroot:abOV.DfJmdnYw:0:0::/root:/bin/sh\n")
            .only("account-set");
    assertThat(accounts(described)).extracting(Account::inPasswd).containsExactly(false, true);
    assertThat(described.evidence())
        .filteredOn(each -> each.fact().equals("accounts[1]"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.evidence().artifact()).isEqualTo("fw!/etc/passwd");
              assertThat(each.evidence().place()).isEqualTo(new Place.Line(2));
              assertThat(each.evidence().excerpt()).contains("root:<des>:0:0");
            });
  }

  @Test
  void theFirstOfTwoShadowLinesCountsAndNamesAndIdsGivenTwiceAreTold() {
    Described described =
        described(
            ROOT + "toor:x:0:0::/:/bin/sh\nroot:x:5:5::/:/bin/sh\n",
            "root:*:19000:::::\nroot::19000:::::\ntoor:*:19000:::::\n");
    AccountSetFacts facts = (AccountSetFacts) described.facts();
    assertThat(facts.accounts().getFirst().scheme()).isEqualTo("locked");
    assertThat(facts.duplicateNames()).containsExactly("root");
    assertThat(facts.duplicateIds()).containsExactly(0);
    assertThat(facts.shadowMode()).isEqualTo(0640);
  }

  @Test
  void hashesMadeDearOrWithLyingRoundsDoNotHoldUpTheRun() {
    StringBuilder passwd = new StringBuilder();
    StringBuilder shadow = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      String rounds = i % 3 == 0 ? "1" : i % 3 == 1 ? "-9000000000000" : "999999999";
      passwd.append("u").append(i).append(":x:1:1::/:/bin/sh\n");
      shadow.append("u").append(i).append(":$6$rounds=").append(rounds);
      shadow.append("$salt$").append("a".repeat(86)).append(":1:::::\n");
    }
    Described described = described(passwd.toString(), shadow.toString());
    assertThat(accounts(described)).hasSize(5_000);
    assertThat(described.unknown())
        .containsKey("accounts[1].knownPassword")
        .containsKey("accounts[2].knownPassword")
        .containsKey("accounts[4999].knownPassword");
  }
}
