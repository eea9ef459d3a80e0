package dev.assay.inspect.integrity;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.boot.CommandLine;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel is told to check before it uses it: files (IMA, EVM) and blocks (dm-verity). */
public final class IntegrityInspector implements Inspector {
  public static final Kind<IntegrityPolicyFacts> POLICY =
      Kind.of("integrity-policy", IntegrityPolicyFacts.class, "File integrity policy (IMA, EVM)");
  public static final Kind<VerifiedVolumeFacts> VOLUME =
      Kind.of("verified-volume", VerifiedVolumeFacts.class, "Verified volume (dm-verity)");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(POLICY, VOLUME);
  }

  @Override
  public List<String> reads() {
    return Stream.of(CommandLine.READS, ImaPolicy.READS, Verity.READS)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    List<CommandLine> lines = CommandLine.of(root);
    ImaPolicy.report(root, lines, findings);
    new Verity(lines, findings).report(root);
  }

  static RiskSigns signs(int rules) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.NONE, "read at start")
        .withSurface(rules, 1, rules + " rules")
        .withMemoryUnsafe(false, "configuration")
        .withParsesInput(false, "configuration")
        .withPrivilege(RiskSigns.Privilege.FULL, "decides what the kernel runs");
  }
}
