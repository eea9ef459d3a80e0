package dev.assay.inspect.ipsec;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.settings.Blocks;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import java.util.List;
import java.util.Optional;

/** One component for each IPsec connection, and one for the daemon. */
public final class IpsecInspector implements Inspector {
  public static final Kind<IpsecConnectionFacts> CONNECTION =
      Kind.of("ipsec-connection", IpsecConnectionFacts.class, "IPsec connection");
  public static final Kind<IpsecDaemonFacts> DAEMON =
      Kind.of("ipsec-daemon", IpsecDaemonFacts.class, "IKE daemon");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(CONNECTION, DAEMON);
  }

  @Override
  public List<String> reads() {
    return ConfiguredProgram.reads(
        List.of(
            "etc/ipsec.conf",
            "etc/ipsec.*.conf",
            "etc/ipsec.d/*.conf",
            "etc/ipsec.conf.d/*",
            "etc/ipsec.secrets",
            "etc/ipsec.*.secrets",
            "etc/ipsec.d/*.secrets",
            "var/lib/strongswan/ipsec.conf.inc",
            "var/lib/strongswan/ipsec.secrets.inc",
            "etc/strongswan.conf",
            "etc/strongswan.d/*.conf",
            "etc/strongswan.d/charon/*.conf",
            "etc/swanctl/swanctl.conf",
            "etc/swanctl/*.conf",
            "etc/swanctl/conf.d/*.conf"));
  }

  @Override
  public void inspect(Root root, Findings findings) {
    Optional<IpsecConf> stroke = StrokeConnection.report(root, findings);
    Optional<Blocks> vici = ViciConnection.report(root, findings);
    IpsecDaemon.report(root, stroke, vici, findings);
  }
}
