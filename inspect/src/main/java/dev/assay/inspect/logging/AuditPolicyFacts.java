package dev.assay.inspect.logging;

import java.util.List;

/**
 * The kernel's audit: its rules and how auditd keeps what they find.
 *
 * @param rules number of rules that record something
 * @param watches paths whose change or use is recorded
 * @param syscalls names of system calls that are recorded, for any reason; {@code all} where all
 * @param failedAccess whether refused access to files is recorded
 * @param suppressed number of rules that keep events out of the log
 * @param enabled {@code 0} off, {@code 1} on, {@code 2} on and not to be changed until the next
 *     start
 * @param failure what happens when events are lost: {@code 0} nothing, {@code 1} a kernel message,
 *     {@code 2} the kernel stops
 * @param backlog events that may wait
 * @param loginIdLocked whether the identity of a login cannot be changed afterwards
 * @param daemon whether auditd is configured
 * @param writes whether auditd writes the log
 * @param logFormat {@code raw} or {@code enriched}
 * @param keepsFiles number of log files
 * @param megabytes size of one
 * @param fullAction what happens when a file is full
 * @param spaceLeftAction when space gets short
 * @param adminSpaceAction when it gets very short
 * @param diskFullAction when none is left
 * @param diskErrorAction when writing fails
 * @param flush how events get to the disk: {@code none}, {@code incremental}, {@code
 *     incremental_async}, {@code data}, {@code sync}
 * @param forwards whether events go to another host, through a plugin or syslog
 * @param forwardsPlain whether the plugin au-remote sends them without Kerberos, for all to read
 * @param listens port on which events of other hosts are taken, 0 for none
 * @param listensAuthenticated whether these must prove who they are with Kerberos
 * @param readableFiles rule and configuration files that every account may read
 * @param writableFiles those that others than root may change
 */
public record AuditPolicyFacts(
    int rules,
    List<Watch> watches,
    List<String> syscalls,
    boolean failedAccess,
    int suppressed,
    long enabled,
    long failure,
    long backlog,
    boolean loginIdLocked,
    boolean daemon,
    boolean writes,
    String logFormat,
    long keepsFiles,
    long megabytes,
    String fullAction,
    String spaceLeftAction,
    String adminSpaceAction,
    String diskFullAction,
    String diskErrorAction,
    String flush,
    boolean forwards,
    boolean forwardsPlain,
    long listens,
    boolean listensAuthenticated,
    List<String> readableFiles,
    List<String> writableFiles) {
  /**
   * A path whose use is recorded; a directory stands for all below.
   *
   * @param permissions of {@code r}, {@code w}, {@code x}, {@code a}
   */
  public record Watch(String path, String permissions) {}
}
