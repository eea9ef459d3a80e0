package dev.assay.inspect.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.RiskSigns.Grant;
import dev.assay.model.RiskSigns.Privilege;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service runs has its rights: its program, and what that interprets. */
class StartedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/usr/sbin/d --config /etc/d.conf                    | /usr/sbin/d",
        "-/usr/bin/python3 -u /opt/d.py /etc/d.conf          | /usr/bin/python3 /opt/d.py",
        "/usr/bin/env python3 /opt/d.py                      | /usr/bin/env /opt/d.py",
        "/usr/bin/env A=1 /bin/sh \"/opt/d.sh\" /etc/d.conf  | /usr/bin/env /bin/sh /opt/d.sh",
        "/bin/sh -c 'cat /etc/d.conf'                        | /bin/sh",
        "/bin/sh /opt/gone.sh                                | /bin/sh",
        "/usr/bin/java -Xmx1g -jar /opt/d.jar /etc/d.conf    | /usr/bin/java /opt/d.jar",
        "/usr/bin/java -cp /opt/d.jar:/opt/e.jar example.D   | /usr/bin/java /opt/d.jar /opt/e.jar",
        "d.py /opt/d.py                                      | ''",
      })
  void aServiceGrantsItsRightsToWhatItRuns(String command, String started) {
    Described service =
        Tree.ofASystem()
            .file("bin/sh", "\177ELF")
            .file("etc/d.conf", "a = 1\n")
            .file("opt/d.py", "#!/usr/bin/python3\n")
            .file("opt/d.sh", "#!/bin/sh\n")
            .file("opt/d.jar", "no archive")
            .file("opt/e.jar", "no archive")
            .file(
                "etc/systemd/system/multi-user.target.wants/d.service",
                "[Service]\nExecStart=" + command + "\n")
            .file("etc/systemd/system/d.service", "[Service]\nExecStart=" + command + "\n")
            .only("service");
    List<Grant> grants = service.signs().grants();
    assertThat(grants.stream().map(grant -> grant.target().substring("path:".length())))
        .containsExactlyElementsOf(started.isEmpty() ? List.of() : List.of(started.split(" ")));
    assertThat(grants).allMatch(grant -> grant.privilege().orElseThrow() == Privilege.FULL);
  }

  @ParameterizedTest
  @CsvSource({"/usr/bin/perl /opt/job.pl, /opt/job.pl", "/opt/job.pl, /opt/job.pl"})
  void aTimedJobDoesSo(String command, String script) {
    Described table =
        Tree.ofASystem()
            .file("opt/job.pl", "#!/usr/bin/perl\n")
            .file("etc/crontab", "* * * * * root " + command + "\n")
            .only("cron-table");
    assertThat(table.signs().grants().stream().map(Grant::target)).contains("path:" + script);
  }
}
