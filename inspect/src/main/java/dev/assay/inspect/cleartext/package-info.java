/**
 * Network services of the clear-text era, and those that need no login: telnet, FTP, TFTP, the r
 * commands, finger, inetd's small servers, rsync, NFS, VNC and X11. A client or a BusyBox that
 * could be a server is none; what starts decides.
 */
@NullMarked
package dev.assay.inspect.cleartext;

import org.jspecify.annotations.NullMarked;
