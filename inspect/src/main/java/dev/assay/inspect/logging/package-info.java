/**
 * What a product records and where it goes: the kernel's audit with auditd, rsyslog, the journal,
 * and logrotate. Where a daemon's own default holds, the evidence says so.
 */
@NullMarked
package dev.assay.inspect.logging;

import org.jspecify.annotations.NullMarked;
