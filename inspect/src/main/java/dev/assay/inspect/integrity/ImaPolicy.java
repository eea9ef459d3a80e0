package dev.assay.inspect.integrity;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.boot.CommandLine;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** IMA's rules, from the file that is loaded at start, or else the kernel's own of some name. */
final class ImaPolicy {
  private static final List<String> FILES =
      List.of("etc/ima/ima-policy", "etc/ima/ima-policy.systemd", "etc/sysconfig/ima-policy");

  static final List<String> READS =
      Stream.concat(FILES.stream(), Stream.of("etc/keys/x509_ima.der", "etc/keys/x509_evm.der"))
          .toList();

  private static final int MOST = 2_000;

  /**
   * Rules that {@code ima_policy=} names (ima_policy.c of Linux 6), without those of exceptions.
   */
  private static final Map<String, List<String>> BUILT_IN =
      Map.of(
          "tcb",
          List.of(
              "measure func=MMAP_CHECK mask=MAY_EXEC",
              "measure func=BPRM_CHECK mask=MAY_EXEC",
              "measure func=FILE_CHECK mask=^MAY_READ euid=0",
              "measure func=MODULE_CHECK",
              "measure func=FIRMWARE_CHECK",
              "measure func=POLICY_CHECK"),
          "appraise_tcb",
          List.of("appraise fowner=0"),
          "secure_boot",
          List.of(
              "appraise func=MODULE_CHECK appraise_type=imasig",
              "appraise func=FIRMWARE_CHECK appraise_type=imasig",
              "appraise func=KEXEC_KERNEL_CHECK appraise_type=imasig",
              "appraise func=POLICY_CHECK appraise_type=imasig"));

  private record Placed(ImaRule rule, Evidence at) {}

  private final Root root;
  private final List<CommandLine> lines;
  private final List<Placed> rules = new ArrayList<>();
  private String source = "";

  private ImaPolicy(Root root, List<CommandLine> lines) {
    this.root = root;
    this.lines = lines;
  }

  static void report(Root root, List<CommandLine> lines, Findings findings) {
    ImaPolicy policy = new ImaPolicy(root, lines);
    policy.file().ifPresentOrElse(policy::read, policy::builtIn);
    Optional<Evidence> argument =
        lines.stream()
            .filter(
                line -> line.arguments().stream().anyMatch(each -> each.matches("(ima_|evm=).*")))
            .map(CommandLine::at)
            .findFirst();
    Optional<String> where =
        policy.file().map(SourceFile::path).or(() -> argument.map(Evidence::artifact));
    where.ifPresent(path -> policy.describe(path, findings));
  }

  private Optional<SourceFile> file() {
    return FILES.stream().flatMap(path -> root.file(path).stream()).findFirst();
  }

  private void read(SourceFile file) {
    source = file.node().inRoot();
    for (Line line : file.lines()) {
      Optional<ImaRule> rule = ImaRule.of(line.text());
      if (rule.isPresent() && rules.size() >= MOST) {
        file.cut("more than " + MOST + " rules");
        return;
      }
      if (rule.isPresent()) {
        rules.add(new Placed(rule.get(), file.at(line)));
      }
    }
  }

  private void builtIn() {
    List<String> names = new ArrayList<>();
    for (CommandLine line : lines) {
      for (String value : line.values("ima_policy")) {
        for (String name : value.split("\\|")) {
          names.add(name);
          for (String text : BUILT_IN.getOrDefault(name, List.of())) {
            ImaRule.of(text).ifPresent(rule -> rules.add(new Placed(rule, line.at())));
          }
        }
      }
    }
    source = String.join("|", names);
  }

  private void describe(String where, Findings findings) {
    Draft draft = findings.component(IntegrityInspector.POLICY, where, "IMA and EVM");
    draft.signs(IntegrityInspector.signs(rules.size()));
    draft.seen("policy", Evidence.whole(where, rules.size() + " rules"));
    List<Node> files = READS.stream().flatMap(path -> root.node(path).stream()).toList();
    draft.facts(
        new IntegrityPolicyFacts(
            source,
            argument("mode", "ima_appraise", "enforce", where, draft),
            argument("hash", "ima_hash", "", where, draft),
            uses("measured", "measure", draft),
            uses("appraised", "appraise", draft),
            hashOnly(draft),
            exempt(where, draft),
            argument("evmRepairs", "evm", "", where, draft).equals("fix"),
            Loose.writable("writableFiles", files, draft)));
  }

  /** A command line that departs from the default goes before those that do not. */
  private String argument(String fact, String name, String otherwise, String where, Draft draft) {
    for (CommandLine line : lines) {
      for (String value : line.values(name)) {
        if (!value.equals(otherwise)) {
          draft.seen(fact, line.at());
          return value;
        }
      }
    }
    String holds = otherwise.isEmpty() ? "the kernel's own" : otherwise;
    draft.seen(fact, Evidence.whole(where, name + "= is not given; the default is " + holds));
    return otherwise;
  }

  private List<String> uses(String fact, String action, Draft draft) {
    List<String> uses = new ArrayList<>();
    for (Placed each : rules) {
      if (each.rule().action().equals(action)) {
        for (String use : each.rule().uses()) {
          if (!uses.contains(use)) {
            draft.seen(fact + "[" + uses.size() + "]", each.at());
            uses.add(use);
          }
        }
      }
    }
    return List.copyOf(uses);
  }

  private List<String> hashOnly(Draft draft) {
    List<String> uses = new ArrayList<>();
    for (Placed each : rules) {
      if (each.rule().action().equals("appraise") && !each.rule().needsSignature()) {
        for (String use : each.rule().uses()) {
          if (!uses.contains(use)) {
            draft.seen("hashOnly[" + uses.size() + "]", each.at());
            uses.add(use);
          }
        }
      }
    }
    return List.copyOf(uses);
  }

  private List<String> exempt(String where, Draft draft) {
    List<String> exempt = new ArrayList<>();
    for (Placed each : rules) {
      if (each.rule().action().equals("dont_appraise") && each.rule().everyFile()) {
        draft.seen("exempt[" + exempt.size() + "]", each.at());
        exempt.add(each.rule().toString());
      }
    }
    draft.seen("exempt", Evidence.whole(where, exempt.size() + " rules exempt every file"));
    return List.copyOf(exempt);
  }
}
