package dev.assay.inspect.starts;

import dev.assay.model.Evidence;
import java.util.List;
import java.util.Map;

/**
 * One way in which the product starts a program.
 *
 * @param where path of the file that says so, with {@code #line} where it starts several
 * @param service name of the service; for the super-servers the name of the port ({@code telnet})
 * @param manager as in {@link dev.assay.inspect.services.ServiceFacts#manager}; {@code boot-script}
 *     for a script that another one runs
 * @param enabled whether it happens without anybody's doing
 * @param user account it starts as
 * @param program as written, variables put in: {@code /usr/sbin/dropbear}; {@code internal} for
 *     what a super-server does itself
 * @param arguments without the program; a word that only a running system knows holds {@link
 *     ShellLine#UNRESOLVED}
 * @param listens sockets its manager opens for it
 * @param directives settings of the unit or of the xinetd entry
 * @param evidence the line
 */
public record Start(
    String where,
    String service,
    String manager,
    Answer enabled,
    String user,
    String program,
    List<String> arguments,
    List<String> listens,
    Map<String, String> directives,
    Evidence evidence) {

  /** The program's file name. */
  public String name() {
    return program.substring(program.lastIndexOf('/') + 1);
  }

  /** Whether every argument is known. */
  public boolean resolved() {
    return arguments.stream().noneMatch(word -> word.indexOf(ShellLine.UNRESOLVED) >= 0);
  }

  /** Whether a super-server starts it for each connection. */
  public boolean superServed() {
    return manager.equals("inetd") || manager.equals("xinetd");
  }

  Start enabled(Answer value) {
    return new Start(
        where, service, manager, value, user, program, arguments, listens, directives, evidence);
  }
}
