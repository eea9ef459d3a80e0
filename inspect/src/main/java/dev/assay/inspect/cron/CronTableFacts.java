package dev.assay.inspect.cron;

import java.util.List;

/**
 * One table of jobs.
 *
 * @param worldWritable whether every account may change the table
 * @param jobs in order of the file
 */
public record CronTableFacts(boolean worldWritable, List<Job> jobs) {
  /**
   * One job.
   *
   * @param user account it runs as
   * @param schedule the five time fields or {@code @daily}
   * @param command with secrets masked
   * @param program first word of the command
   * @param programWorldWritable whether every account may change a file of the product the command
   *     names
   * @param secret whether the command holds a password or key
   */
  public record Job(
      String user,
      String schedule,
      String command,
      String program,
      boolean programWorldWritable,
      boolean secret) {}
}
