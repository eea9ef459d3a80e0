package dev.assay.inspect.snmp;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.starts.Start;
import dev.assay.inspect.starts.Starts;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import java.util.ArrayList;
import java.util.List;

/** One component for each SNMP agent of a root file system. */
public final class SnmpAgentInspector implements Inspector {
  public static final Kind<SnmpAgentFacts> KIND =
      Kind.of("snmp-agent", SnmpAgentFacts.class, "SNMP agent");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(Starts.reads());
    reads.addAll(SnmpdConfig.READS);
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    List<Start> starts = Starts.of(root);
    NetSnmp.report(root, starts, findings);
    MiniSnmpd.report(root, starts, findings);
    Starts.tell(root, KIND, findings);
  }
}
