package dev.assay.inspect.osmocom;

import dev.assay.inspect.Draft;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.osmocom.VtyConfig.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sockets a network element opens for its peers. */
final class Sockets {
  private final VtyConfig config;
  private final Draft draft;
  private final List<Listener> found = new ArrayList<>();

  private Sockets(VtyConfig config, Draft draft) {
    this.config = config;
    this.draft = draft;
  }

  static List<Listener> of(VtyConfig config, String daemon, Draft draft) {
    Sockets sockets = new Sockets(config, draft);
    switch (daemon) {
      // osmo_gsup_server_create() takes any address where none is set.
      case "hlr" -> sockets.single("gsup", "bind ip", 2, "gsup", 4222);
      case "mgw" -> sockets.each("mgcp", "bind ip", 2, "mgcp", 2427);
      case "sgsn" -> {
        sockets.each("sgsn", "gtp local-ip", 2, "gtp", 2123);
        sockets.each("bind udp", "listen", 1, "ns", 0);
      }
      case "ggsn" -> sockets.each("ggsn", "gtp bind-ip", 2, "gtp", 2123);
      case "bsc" -> sockets.each("cbc", "server local-ip", 2, "cbsp", 48049);
      default -> {}
    }
    sockets.signalling();
    return List.copyOf(sockets.found);
  }

  private void single(String node, String command, int word, String name, int port) {
    Optional<Command> bind = config.last(node, command);
    if (bind.isPresent()) {
      add(bind.get(), name, bind.get().word(word), port);
    } else {
      draft.seen(
          "listeners[" + found.size() + "]",
          config.file().whole(node + " " + command + " is not set; the default is any address"));
      found.add(Listener.of(name, "*", port));
    }
  }

  private void each(String node, String command, int word, String name, int port) {
    config.all(node, command).forEach(bind -> add(bind, name, bind.word(word), port));
  }

  /** {@code listen m3ua 2905} takes any address unless {@code local-ip} follows in its node. */
  private void signalling() {
    for (Command listen : config.commands()) {
      boolean opens =
          listen.in("cs7 instance") && listen.is("listen") && listen.word(2).matches("\\d{1,5}");
      if (opens) {
        List<Command> local =
            config.commands().stream()
                .filter(command -> command.in(listen.text()) && command.is("local-ip"))
                .toList();
        int port = Integer.parseInt(listen.word(2));
        if (local.isEmpty()) {
          add(listen, listen.word(1), "*", port);
        }
        local.forEach(command -> add(command, listen.word(1), command.word(1), port));
      }
    }
  }

  private void add(Command command, String name, String address, int port) {
    draft.seen("listeners[" + found.size() + "]", config.file().at(command.line()));
    found.add(Listener.of(name, address, port));
  }
}
