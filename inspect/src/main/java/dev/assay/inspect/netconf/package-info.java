/**
 * Servers of NETCONF (RFC 6241): netopeer2 with sysrepo's startup data (ietf-netconf-server as of
 * RFC 9644 and its drafts), ConfD, and subsystems of the OpenSSH server (RFC 6242). Who may do what
 * is NACM's (RFC 8341).
 */
@NullMarked
package dev.assay.inspect.netconf;

import org.jspecify.annotations.NullMarked;
