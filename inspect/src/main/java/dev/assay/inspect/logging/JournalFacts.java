package dev.assay.inspect.logging;

/**
 * The journal of systemd.
 *
 * @param storage {@code volatile}, {@code persistent}, {@code auto}, {@code none}
 * @param persistent whether it outlives a restart: asked for, or by itself as {@code
 *     /var/log/journal} is there
 * @param forwardsToSyslog whether a syslog daemon gets all of it
 * @param forwardsToConsole whether it is written to a terminal
 * @param seals whether files are sealed once sealing keys exist
 * @param compresses whether large entries are compressed
 * @param limited whether its size is set; otherwise a tenth of the file system is used
 * @param rateLimited whether a service that writes too much is cut off
 * @param retention seconds after which entries are deleted, 0 for never
 * @param syncInterval seconds until entries of low importance are on the disk
 * @param highestStored least important level that is kept: {@code debug}
 * @param readsKernel whether kernel messages are kept
 * @param uploads where it is sent; empty for nowhere
 * @param uploadsProtected whether that is by HTTPS
 */
public record JournalFacts(
    String storage,
    boolean persistent,
    boolean forwardsToSyslog,
    boolean forwardsToConsole,
    boolean seals,
    boolean compresses,
    boolean limited,
    boolean rateLimited,
    long retention,
    long syncInterval,
    String highestStored,
    boolean readsKernel,
    String uploads,
    boolean uploadsProtected) {}
