package dev.assay.inspect.script;

import java.util.List;

/**
 * A script in its place, or the modules of a library or an application together. The lists name
 * what was found, at most {@value #MOST} each.
 *
 * @param language {@code shell}, {@code python}, {@code perl}, {@code php}, {@code ruby}, {@code
 *     lua}, {@code javascript}, {@code tcl}
 * @param interpreter as the first line names it; empty for modules and pages
 * @param path of the script inside its root file system, or the folder that its modules share
 * @param library whether it is a library for others to use: what it can do is for them to decide
 * @param example whether it is an example, a test or documentation, which nothing runs
 * @param files of which it consists
 * @param setuid whether one has the setuid or setgid bit, which Linux ignores for scripts
 * @param worldWritable whether anyone may change one
 * @param listens how it waits for connections
 * @param connects how it connects to others
 * @param requests what of a web request it reads
 * @param parses what it parses
 * @param commandsOfRequests commands of the system made with what a request says
 * @param codeOfRequests code loaded or run that a request names
 * @param queriesOfRequests database queries put together with what a request says
 * @param filesOfRequests files opened under a name that a request gives
 * @param pagesOfRequests pages that give back what a request says as it is
 * @param objectsOfRequests objects made of what a request holds, of any class
 * @param uncheckedTls TLS connections whose other end is not checked
 * @param uncheckedHostKeys SSH connections whose other end is not checked
 * @param runDownloads programs run as they come from the network
 * @param debugModes modes for development that tell strangers of the inside, or let them in
 * @param carriedOn where what a request says is put aside; what becomes of it there is not followed
 */
public record ScriptFacts(
    String language,
    String interpreter,
    String path,
    boolean library,
    boolean example,
    int files,
    boolean setuid,
    boolean worldWritable,
    List<String> listens,
    List<String> connects,
    List<String> requests,
    List<String> parses,
    List<String> commandsOfRequests,
    List<String> codeOfRequests,
    List<String> queriesOfRequests,
    List<String> filesOfRequests,
    List<String> pagesOfRequests,
    List<String> objectsOfRequests,
    List<String> uncheckedTls,
    List<String> uncheckedHostKeys,
    List<String> runDownloads,
    List<String> debugModes,
    List<String> carriedOn) {
  static final int MOST = 20;
}
