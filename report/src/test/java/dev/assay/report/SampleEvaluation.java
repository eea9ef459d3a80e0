package dev.assay.report;

import dev.assay.model.Artifact;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Evidence;
import dev.assay.model.Gate;
import dev.assay.model.Outcome;
import dev.assay.model.Owner;
import dev.assay.model.PlanEntry;
import dev.assay.model.PlannedTest;
import dev.assay.model.Problem;
import dev.assay.model.Product;
import dev.assay.model.Risk;
import dev.assay.model.RiskSigns;
import dev.assay.model.Severity;
import dev.assay.model.Stretch;
import dev.assay.model.TestCase;
import dev.assay.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluations of an invented network disk, small or large. */
final class SampleEvaluation {
  static final String HOSTILE =
      "</script><img src=x onerror=window.hit=1>\"onfocus='window.hit=1' --!>]]>{{product}}&lt;"
          + "javascript:\u001b[31m\u0000\u202Eexe\u2067\u200Fgpj\u0085";

  record SshFacts(String permitRootLogin) {}

  private SampleEvaluation() {}

  /**
   * @param programs number of executables, each with one passed and one failed test case
   * @param name product name, which may be hostile
   */
  static Evaluation of(int programs, String name) {
    List<TestCase> cases =
        List.of(
            test(
                "SSH-ROOT-LOGIN",
                "The SSH server refuses a password login as root",
                "ssh-server",
                Severity.HIGH),
            test("ELF-PIE", "The program is position independent", "executable", Severity.MEDIUM),
            test("ELF-NX", "The stack is not executable", "executable", Severity.HIGH));
    List<Artifact> artifacts = new ArrayList<>();
    List<Described> components = new ArrayList<>();
    List<Risk> risks = new ArrayList<>();
    List<PlanEntry> plan = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    String config = "disk.img!/etc/ssh/sshd_config";
    artifacts.add(
        artifact(config, 3000, List.of(new Problem("text.nul", 7, "a NUL byte in text"))));
    components.add(component("ssh-server:" + config, "ssh-server", name, config));
    risks.add(
        new Risk(
            "ssh-server:" + config,
            71,
            1,
            List.of(factor("exposure", 1, .55, "listens on port 22"))));
    plan.add(new PlanEntry("SSH-ROOT-LOGIN", "ssh-server:" + config, true, "kind ssh-server"));
    verdicts.add(
        new Verdict(
            "SSH-ROOT-LOGIN",
            "ssh-server:" + config,
            Outcome.FAIL,
            Severity.HIGH,
            "permitRootLogin is \"yes\"",
            List.of(
                Evidence.line(config, 32, "PermitRootLogin yes " + name),
                Evidence.offset(config, 0, ""),
                Evidence.line(config, 1, "# the same place twice"),
                Evidence.line(config, 1, "# the same place twice"))));
    for (int i = 0; i < programs; i++) {
      String path = "disk.img!/usr/bin/program" + i;
      String id = "executable:" + path;
      artifacts.add(artifact(path, 10_000L + 977L * i, List.of()));
      components.add(component(id, "executable", "program" + i, path));
      risks.add(new Risk(id, i % 60, 1 + i % 4, List.of(factor("exposure", .15, .55, "none"))));
      plan.add(new PlanEntry("ELF-PIE", id, true, "kind executable"));
      plan.add(new PlanEntry("ELF-NX", id, true, "kind executable"));
      verdicts.add(
          new Verdict(
              "ELF-PIE",
              id,
              Outcome.FAIL,
              Severity.MEDIUM,
              "pie is false",
              List.of(Evidence.offset(path, 16, "e_type ET_EXEC"))));
      verdicts.add(
          new Verdict(
              "ELF-NX",
              id,
              i % 5 == 0 ? Outcome.INCONCLUSIVE : Outcome.PASS,
              Severity.HIGH,
              i % 5 == 0 ? "program headers are cut off" : "nx is true",
              List.of()));
    }
    // Names of files are a product's to choose.
    String named = "disk.img!/srv/" + name + "/" + name;
    artifacts.add(
        artifact(named, 70_000, List.of(new Problem("zip.name", 7, "a name like " + name))));
    components.add(component("executable:" + named, "executable", name, named));
    risks.add(
        new Risk(
            "executable:" + named,
            30,
            2,
            List.of(factor("exposure", .15, .55, "started by " + name))));
    plan.add(new PlanEntry("ELF-PIE", "executable:" + named, true, "kind executable"));
    verdicts.add(
        new Verdict(
            "ELF-PIE",
            "executable:" + named,
            Outcome.FAIL,
            Severity.MEDIUM,
            "name is \"" + name + "\"",
            List.of(Evidence.offset(named, 16, name))));
    artifacts.add(artifact("disk.img!/blob", 90_000, List.of()));
    components.add(component("opaque:disk.img!/blob", "opaque", "blob", "disk.img!/blob"));
    risks.add(new Risk("opaque:disk.img!/blob", 64, 1, List.of()));
    List<PlannedTest> planned =
        List.of(
            new PlannedTest(
                "3GPP-33.117-4.4.2",
                "Port Scanning",
                "3gpp:33.117:4.4.2",
                List.of("live target"),
                "needs live target"));
    planned.forEach(
        test -> {
          plan.add(test.entry());
          verdicts.add(test.verdict());
        });
    return new Evaluation(
        "0.1.0",
        new Product(
            name,
            "2.1",
            List.of(new Product.Image("disk.img", "ab".repeat(32), 15_000_000, outline(name)))),
        "linux-device",
        "cd".repeat(32),
        Optional.empty(),
        cases,
        List.of(),
        planned,
        artifacts,
        components,
        risks,
        plan,
        verdicts,
        List.of(),
        List.of(),
        "2026-11-23",
        new Gate(
            Gate.Decision.REJECTED,
            "default",
            List.of("SSH-ROOT-LOGIN FAIL (high, tier 1) on " + name)));
  }

  private static List<Stretch> outline(String name) {
    return List.of(
        new Stretch(0, 1_000_000, name, "unknown", "structured", 5.2),
        new Stretch(1_000_000, 100_000, "", "padding", "255", 0),
        new Stretch(1_100_000, 65_536, "env", "structure", "application/vnd.u-boot.environment", 0),
        new Stretch(1_165_536, 10_000_000, "rootfs", "structure", "application/vnd.squashfs", 0),
        new Stretch(11_165_536, 512, "", "frame", "application/vnd.assay.disk-mbr", 0),
        new Stretch(11_166_048, 3_000_000, "blob", "unknown", "random", 7.99),
        new Stretch(14_166_048, 833_952, "notes", "text", "", 0));
  }

  private static Risk.Factor factor(String name, double value, double weight, String why) {
    return new Risk.Factor(
        name,
        value,
        weight,
        why,
        "NIST SP 800-30r1",
        List.of(Evidence.offset("fw!/bin/" + why, 64, why)));
  }

  private static TestCase test(String id, String title, String kind, Severity severity) {
    return new TestCase(
        id,
        1,
        "",
        title,
        kind,
        "true",
        "permitRootLogin != \"yes\"",
        severity,
        "CWE-250",
        "because of it",
        "mend it",
        List.of("nist:800-53r5:AC-6(2)", "3gpp:33.117:4.2.3.4.1.1"),
        4);
  }

  private static Artifact artifact(String path, long size, List<Problem> problems) {
    return new Artifact(path, "ef".repeat(32), size, "text/plain", 0644, Owner.ROOT, "", problems);
  }

  private static Described component(String id, String kind, String name, String path) {
    return new Described(
        new Component(id, kind, name, "9.2", "", "", List.of(path)),
        new SshFacts("yes"),
        List.of(),
        Map.of(),
        RiskSigns.UNKNOWN);
  }
}
