package dev.assay.inspect.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.logging.AuditPolicyFacts.Watch;
import dev.assay.inspect.logging.LogRotationFacts.Entry;
import dev.assay.inspect.logging.SyslogFacts.Forward;
import dev.assay.inspect.logging.SyslogFacts.Input;
import org.junit.jupiter.api.Test;

class LoggingInspectorTest {
  private static SyslogFacts syslog(Tree tree) {
    return (SyslogFacts) tree.only("syslog").facts();
  }

  private static Tree rsyslog(String text) {
    return Tree.ofASystem().file("etc/rsyslog.conf", text);
  }

  @Test
  void readsRulesInOrderOfTheirFilesAndStartsAnewAtD() {
    AuditPolicyFacts facts =
        (AuditPolicyFacts)
            Tree.ofASystem()
                .file("etc/audit/audit.rules", "-w /never\n")
                .file("etc/audit/rules.d/10.rules", "-w /a\n-D\n-b 8192\n-w /etc/ssh/ -p wa -k x\n")
                .file(
                    "etc/audit/rules.d/20.rules",
                    "-a always,exit -F arch=b64 -S chmod,chown -S mount\n"
                        + "-a always,exit -F path=/bin/su -F perm=x\n"
                        + "-a never,user -F x=y\n-e 2\n")
                .only("audit-policy")
                .facts();
    assertThat(facts.watches())
        .containsExactly(new Watch("/etc/ssh", "wa"), new Watch("/bin/su", "x"));
    assertThat(facts.syscalls()).containsExactly("chmod", "chown", "mount");
    assertThat(facts.rules()).isEqualTo(3);
    assertThat(facts.suppressed()).isEqualTo(1);
    assertThat(facts.enabled()).isEqualTo(2);
    assertThat(facts.daemon()).isFalse();
  }

  @Test
  void readsForwardsOfBothSyntaxes() {
    SyslogFacts facts =
        syslog(
            rsyslog(
                """
                module(load="imtcp" StreamDriver.Mode="1" StreamDriver.AuthMode="x509/name")
                input(type="imtcp" port="6514") # senders
                auth.* @@(o)logs.example:1514;fmt
                *.* @[2001:db8::1]
                :msg, contains, "x)" :omrelp:relp.example:20514
                if $msg contains "a" then {
                  action(type="omfwd" target="c" protocol="tcp" port="10"
                    StreamDriverMode="1" queue.filename="q" queue.type="LinkedList")
                }
                """));
    assertThat(facts.inputs()).containsExactly(new Input("tcp", "6514", "", true, true));
    assertThat(facts.forwards())
        .containsExactly(
            new Forward("logs.example", "tcp", "1514", false, false, false),
            new Forward("[2001:db8::1]", "udp", "514", false, false, false),
            new Forward("relp.example", "relp", "20514", false, false, false),
            new Forward("c", "tcp", "10", true, false, true));
  }

  @Test
  void looksUpWhetherEveryLogIsRotated() {
    SyslogFacts facts =
        syslog(
            rsyslog("$FileCreateMode 0640\n*.* -/var/log/a\nauth,authpriv.* /var/log/b.log;fmt\n")
                .file("etc/logrotate.conf", "weekly\ninclude /etc/logrotate.d\n")
                .file("etc/logrotate.d/x", "/var/log/*.log\n{\n rotate 3\n}\n"));
    assertThat(facts.files()).containsExactly("/var/log/a", "/var/log/b.log");
    assertThat(facts.unrotated()).containsExactly("/var/log/a");
    assertThat(facts.fileMode()).isEqualTo(0640);
    assertThat(facts.keepsLogins()).isTrue();
  }

  @Test
  void endsWhereFilesIncludeEachOther() {
    Tree tree =
        rsyslog("$IncludeConfig /etc/rsyslog.d/*.conf\ninclude(file=\"/etc/rsyslog.conf\")\n")
            .file("etc/rsyslog.d/a.conf", "$IncludeConfig /etc/rsyslog.conf\n");
    assertThat(syslog(tree).files()).isEmpty();
  }

  @Test
  void blocksInheritWhatStandsBeforeThem() {
    LogRotationFacts facts =
        (LogRotationFacts)
            Tree.ofASystem()
                .file(
                    "etc/logrotate.conf",
                    """
                    weekly
                    rotate 4
                    create
                    /var/log/a "/var/log/b c" {
                      create 0600 root root
                      maxsize=1M
                      postrotate
                        } echo
                      endscript
                    }
                    /var/log/d { # nothing
                    }
                    """)
                .only("log-rotation")
                .facts();
    Entry first = facts.entries().getFirst();
    assertThat(first.createMode()).isEqualTo(0600);
    assertThat(first.bounded()).isTrue();
    assertThat(first.keeps()).isEqualTo(4);
    assertThat(first.frequency()).isEqualTo("weekly");
  }

  @Test
  void dropInsOfTheJournalWinInOrderOfName() {
    JournalFacts facts =
        (JournalFacts)
            Tree.ofASystem()
                .file(
                    "etc/systemd/journald.conf", "[Journal]\nStorage=none\n#ForwardToSyslog=yes\n")
                .file("usr/lib/systemd/journald.conf.d/10.conf", "[Journal]\nStorage=persistent\n")
                .file("etc/systemd/journald.conf.d/10.conf", "[Journal]\nStorage=volatile\n")
                .file("usr/lib/systemd/journald.conf.d/20.conf", "[Other]\nStorage=persistent\n")
                .only("journal")
                .facts();
    assertThat(facts.storage()).isEqualTo("volatile");
    assertThat(facts.forwardsToSyslog()).isTrue();
  }

  @Test
  void aJournalWithoutFilesHasTheDefaults() {
    JournalFacts facts =
        (JournalFacts)
            Tree.ofASystem().file("usr/lib/systemd/systemd-journald", "x").only("journal").facts();
    assertThat(facts.storage()).isEqualTo("auto");
    assertThat(facts.persistent()).isFalse();
    assertThat(facts.forwardsToSyslog()).isFalse();
  }
}
