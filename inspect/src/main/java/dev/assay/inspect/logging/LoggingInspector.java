package dev.assay.inspect.logging;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;

/** One component each for audit, rsyslog, the journal and logrotate. */
public final class LoggingInspector implements Inspector {
  public static final Kind<AuditPolicyFacts> AUDIT =
      Kind.of("audit-policy", AuditPolicyFacts.class, "Audit rules and auditd");
  public static final Kind<SyslogFacts> SYSLOG =
      Kind.of("syslog", SyslogFacts.class, "System log (rsyslog)");
  public static final Kind<JournalFacts> JOURNAL =
      Kind.of("journal", JournalFacts.class, "Journal of systemd");
  public static final Kind<LogRotationFacts> ROTATION =
      Kind.of("log-rotation", LogRotationFacts.class, "Rotation of logs");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(AUDIT, SYSLOG, JOURNAL, ROTATION);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(AuditPolicy.READS);
    reads.addAll(Syslog.READS);
    reads.addAll(LogRotation.READS);
    reads.addAll(Journal.reads());
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    LogRotation rotation = LogRotation.of(root);
    AuditPolicy.report(root, findings);
    Syslog.report(root, rotation, findings);
    Journal.report(root, findings);
    rotation.report(findings);
  }

  static RiskSigns signs(String what, int size) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.PARSES_FOREIGN_DATA, what)
        .withSurface(size, size, "its configuration")
        .withMemoryUnsafe(false, "configuration")
        .withParsesInput(true, "messages hold what strangers sent")
        .withPrivilege(RiskSigns.Privilege.FULL, "runs as root");
  }
}
