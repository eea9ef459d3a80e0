package dev.assay.inspect.cleartext;

import java.util.List;
import java.util.Map;

/**
 * One service with its effective settings; an option that is not given has the server's default.
 * Facts that do not concern the protocol are false or empty.
 *
 * @param protocol {@code telnet}, {@code ftp}, {@code tftp}, {@code rsh}, {@code rlogin}, {@code
 *     rexec}, {@code finger}, {@code echo}, {@code discard}, {@code daytime}, {@code chargen},
 *     {@code time}, {@code qotd}, {@code systat}, {@code netstat}, {@code rsync}, {@code nfs},
 *     {@code vnc} or {@code x11}
 * @param server which program, as far as its settings are understood: {@code vsftpd}, {@code
 *     busybox} …; the program's name for others
 * @param manager what starts it; empty where nothing does
 * @param enabled whether it starts by itself or on connection, and its program is in the product
 * @param configured whether something starts it, its program being there or not
 * @param programPresent whether its program is in the product; true for what a super-server does
 *     itself
 * @param user account it starts as
 * @param listens sockets its manager opens, or its command line names; empty for its default
 * @param localOnly whether only the device itself reaches it
 * @param withoutLogin whether whoever connects is let in: a shell instead of login, a screen
 *     without password
 * @param trustsHosts lines that let other hosts name the user, of hosts.equiv and .rhosts
 * @param anonymous whether anybody may log in without an account
 * @param anonymousWrite whether such visitors may change something
 * @param localLogins whether accounts of the device log in, with their passwords
 * @param rootLogin whether root may log in
 * @param write whether clients may change something
 * @param creates whether clients may create files
 * @param confined whether clients see one directory as the root of everything
 * @param directory the directory that is served, where the command line names it
 * @param tls {@code none}, {@code offered} or {@code required}
 * @param secretOnCommandLine whether a password stands in its arguments
 * @param settings effective settings of vsftpd by keyword
 * @param modules of rsync
 * @param exports of NFS
 */
public record CleartextFacts(
    String protocol,
    String server,
    String manager,
    boolean enabled,
    boolean configured,
    boolean programPresent,
    String user,
    List<String> listens,
    boolean localOnly,
    boolean withoutLogin,
    List<String> trustsHosts,
    boolean anonymous,
    boolean anonymousWrite,
    boolean localLogins,
    boolean rootLogin,
    boolean write,
    boolean creates,
    boolean confined,
    String directory,
    String tls,
    boolean secretOnCommandLine,
    Map<String, String> settings,
    List<Module> modules,
    List<Export> exports) {

  /**
   * A module of rsyncd.conf(5).
   *
   * @param authenticated whether a name and password are asked for
   * @param limited whether only some hosts may connect
   * @param chroot whether the server confines itself to the path; {@code false} only where it is
   *     switched off
   * @param uid account that files are read and written as
   * @param listed whether strangers see its name
   * @param secretsReadable whether every account may read its file of passwords
   */
  public record Module(
      String name,
      String path,
      boolean writable,
      boolean authenticated,
      boolean limited,
      boolean chroot,
      String uid,
      boolean listed,
      boolean secretsReadable) {}

  /**
   * A directory for one kind of client, exports(5).
   *
   * @param client as written; {@code *} for everybody
   * @param everybody whether any host may mount it
   * @param rootSquash whether root of the client is nobody here
   * @param allSquash whether everybody is nobody here
   * @param privilegedPort whether requests must come from a port below 1024
   * @param security flavours, strongest demands first as written: {@code sys}, {@code krb5p}
   */
  public record Export(
      String path,
      String client,
      boolean everybody,
      boolean writable,
      boolean rootSquash,
      boolean allSquash,
      boolean privilegedPort,
      List<String> security) {}
}
