package dev.assay.inspect.clock;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.settings.DropIns;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;

/** One component for each daemon that sets the clock. */
public final class ClockInspector implements Inspector {
  public static final Kind<TimeSyncFacts> NTP =
      Kind.of("time-sync", TimeSyncFacts.class, "Time synchronisation (NTP)");
  public static final Kind<PtpClockFacts> PTP =
      Kind.of("ptp-clock", PtpClockFacts.class, "Precision time (PTP)");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(NTP, PTP);
  }

  @Override
  public List<String> reads() {
    List<String> reads = new ArrayList<>(Chrony.READS);
    reads.addAll(Ntpd.READS);
    reads.addAll(DropIns.reads(Timesyncd.NAME));
    reads.addAll(PtpClock.READS);
    return List.copyOf(reads);
  }

  @Override
  public void inspect(Root root, Findings findings) {
    boolean chrony = Chrony.report(root, findings);
    boolean ntpd = Ntpd.report(root, findings);
    // Units of the other daemons conflict with timesyncd, whose file comes with systemd.
    if (!chrony && !ntpd) {
      Timesyncd.report(root, findings);
    }
    PtpClock.report(root, findings);
  }

  /** What was not read may add sources and permissions. */
  static void doubt(Draft draft, String why) {
    for (String fact :
        List.of(
            "sources",
            "authenticatedOnly",
            "servesEverybody",
            "openQueries",
            "openChanges",
            "openPeers",
            "remoteControl",
            "keys")) {
      draft.unknown(fact, why);
    }
  }

  static RiskSigns signs(String daemon, boolean serves) {
    return RiskSigns.UNKNOWN
        .withExposure(
            serves ? RiskSigns.Exposure.LISTENS : RiskSigns.Exposure.CLIENT,
            serves ? daemon + " answers strangers" : daemon + " asks servers")
        .withSurface(1, 1, "its configuration")
        .withMemoryUnsafe(true, daemon + " is written in C")
        .withParsesInput(true, "parses packets of the network")
        .withPrivilege(RiskSigns.Privilege.SERVICE, "sets the clock");
  }
}
