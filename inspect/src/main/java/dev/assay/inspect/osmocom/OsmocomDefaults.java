package dev.assay.inspect.osmocom;

import java.util.List;

/** What the programs do where their configuration is silent, with the source that says so. */
final class OsmocomDefaults {
  /** libosmocore {@code VTY_BIND_ADDR_DEFAULT} and {@code ctrl_vty_get_bind_addr()}. */
  static final String BIND = "127.0.0.1";

  private OsmocomDefaults() {}

  /** {@code gsm_network_init()} of osmo-bsc and osmo-msc; the older OsmoNITB offered none. */
  static List<Integer> a5(String daemon) {
    return switch (daemon) {
      case "bsc", "msc" -> List.of(1, 3);
      case "nitb" -> List.of(0);
      default -> List.of();
    };
  }

  /** {@code gsm_network_init()} of osmo-msc, {@code sgsn_instance_alloc()} of osmo-sgsn. */
  static List<Integer> uea(String daemon) {
    return daemon.equals("msc") || daemon.equals("sgsn") ? List.of(1, 2) : List.of();
  }

  /** {@code sgsn_instance_alloc()} of osmo-sgsn. */
  static List<Integer> gea(String daemon) {
    return daemon.equals("sgsn") ? List.of(0) : List.of();
  }

  /** osmo-sgsn requires it; {@code gsm_network_init()} of osmo-msc leaves it zero. */
  static boolean authentication(String daemon) {
    return daemon.equals("sgsn");
  }

  /** {@code sgsn_instance_alloc()}; OsmoNITB's {@code subscr_policy} was closed, too. */
  static String policy(String daemon) {
    return daemon.equals("sgsn") || daemon.equals("nitb") ? "closed" : "";
  }
}
