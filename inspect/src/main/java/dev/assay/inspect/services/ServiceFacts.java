package dev.assay.inspect.services;

import java.util.List;
import java.util.Map;

/**
 * Something the product starts.
 *
 * @param manager {@code systemd}, {@code init-script}, {@code inittab}, {@code inetd}, {@code
 *     xinetd} or {@code rc.local}
 * @param enabled whether it starts by itself or when its socket is used
 * @param user account it starts as; {@code root} where none is named
 * @param command first command, secrets masked; the script itself for scripts
 * @param commands all commands or script lines, secrets masked
 * @param binary first word of the command; empty where there is none
 * @param listens sockets the manager opens for it: {@code tcp:telnet}, {@code stream:23}
 * @param directives effective settings of a unit ({@code NoNewPrivileges}), of an inittab entry
 *     ({@code action})
 * @param scriptWorldWritable whether every account may change the file that is started or that
 *     defines the service
 * @param respawnShell whether it gives a shell without login on a console
 */
public record ServiceFacts(
    String name,
    String manager,
    boolean enabled,
    String user,
    String command,
    List<String> commands,
    String binary,
    List<String> listens,
    Map<String, String> directives,
    boolean scriptWorldWritable,
    boolean respawnShell) {}
