package dev.assay.inspect.sudo;

import java.util.List;

/**
 * One sudoers file with what it includes; aliases of users and commands are resolved.
 *
 * @param rules one for each user and command
 * @param authenticate false where {@code Defaults !authenticate} asks nobody for a password
 * @param envReset whether most variables of the caller are dropped, as by default
 * @param securePath search path for commands; empty where the caller's is used
 * @param othersPassword whether the password of root or of the target user is asked for, which all
 *     administrators then share
 * @param timestampTimeout minutes without a new question, 5 by default, negative for ever
 * @param looseFiles files of the policy that others than root may change
 */
public record SudoPolicyFacts(
    List<Rule> rules,
    boolean authenticate,
    boolean envReset,
    String securePath,
    boolean othersPassword,
    double timestampTimeout,
    List<String> looseFiles) {
  /**
   * One user and one command.
   *
   * @param user name, {@code %group} or {@code ALL}
   * @param runas what stands in parentheses, {@code root} by default
   * @param asRoot whether root is among those that the command may run as
   * @param command with its arguments, {@code ALL}, or either with {@code !} before it
   * @param escapes whether the command is known to start a shell or write any file for its user,
   *     and is not bound by {@code NOEXEC}
   */
  public record Rule(
      String user,
      String hosts,
      String runas,
      boolean asRoot,
      boolean passwordless,
      boolean setenv,
      String command,
      boolean escapes) {}
}
