package dev.assay.inspect.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.applications.ApplicationAccountsFacts.Account;
import dev.assay.model.Described;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts of applications, as their makers' files write them. */
class ApplicationAccountsInspectorTest {
  @Test
  void readsUsersAndRolesOfKarafButNotItsGroups() {
    Described found =
        Tree.ofASystem()
            .file("opt/karaf/etc/keys.properties", "# keys\n")
            .file(
                "opt/karaf/etc/users.properties",
                "# karaf = karaf,_g_:admingroup\nkaraf = karaf,_g_:admingroup\n"
                    + "ops = {CRYPT}0A1B{CRYPT},admin\n_g_\\:admingroup = group,admin\n")
            .only("application-accounts");
    assertThat(accounts(found))
        .containsExactly(new Account("karaf", "plain", true), new Account("ops", "hashed", false));
    assertThat(found.evidence())
        .filteredOn(each -> each.fact().equals("accounts[0]"))
        .extracting(each -> each.evidence().excerpt())
        .containsExactly("karaf: … (plain, a well-known password, 5 characters)");
  }

  @Test
  void aFileOfThatNameElsewhereIsNoList() {
    assertThat(
            Tree.ofASystem()
                .file("opt/app/texts/users.properties", "title = Users\n")
                .all("application-accounts"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0192023a7bbd73250516f069df18b500, md5",
    "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8, sha1",
    "0a1b$1000$5baa61e4, hashed",
    "ENC(abc), encrypted",
    "cafe, plain"
  })
  void tellsHowThePasswordIsKept(String password, String scheme) {
    Described found =
        Tree.ofASystem()
            .file("opt/w/configuration/mgmt-users.properties", "#x\nops=" + password + "\n")
            .only("application-accounts");
    assertThat(accounts(found)).containsExactly(new Account("ops", scheme, false));
  }

  @Test
  void readsTomcatsUsersOutsideOfComments() {
    Described found =
        Tree.ofASystem()
            .file(
                "opt/tomcat/conf/tomcat-users.xml",
                "<tomcat-users xmlns=\"http://tomcat.apache.org/xml\">\n<!-- <user username=\"a\" password=\"b\"/> -->\n"
                    + "<role rolename=\"manager-gui\"/>\n<user username=\"tomcat\" password=\"s3cr-et9\"/>\n</tomcat-users>\n")
            .only("application-accounts");
    assertThat(accounts(found)).containsExactly(new Account("tomcat", "plain", false));
  }

  @Test
  void whatIsNoXmlIsAProblemAndWhatStandsBeforeCounts() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "opt/tomcat/conf/tomcat-users.xml",
                "<tomcat-users><user username=\"tomcat\" password=\"tomcat\"/><user");
    assertThat(accounts(tree.only("application-accounts")))
        .containsExactly(new Account("tomcat", "plain", true));
    assertThat(tree.problems("opt/tomcat/conf/tomcat-users.xml"))
        .containsExactly("tomcat.damaged-users");
    assertThat(tree.only("application-accounts").unknown()).containsKey("accounts");
  }

  @Test
  void moreAccountsThanAreLookedAtAreInDoubt() {
    Described found =
        Tree.ofASystem()
            .file("opt/a/jmx.password", "monitor Gx72-kellerbar\n".repeat(1001))
            .only("application-accounts");
    assertThat(accounts(found)).hasSize(1000);
    assertThat(found.unknown()).containsKey("accounts");
  }

  @Test
  void readsRemoteManagementHashedOrNot() {
    Described found =
        Tree.ofASystem()
            .file(
                "opt/jvm/conf/management/jmxremote.password",
                "# monitorRole QED\nmonitorRole QED\ncontrolRole c2FsdA== aGFzaA== SHA3-512\n")
            .only("application-accounts");
    assertThat(accounts(found))
        .containsExactly(
            new Account("monitorRole", "plain", false),
            new Account("controlRole", "hashed", false));
  }

  private static List<Account> accounts(Described found) {
    return ((ApplicationAccountsFacts) found.facts()).accounts();
  }
}
