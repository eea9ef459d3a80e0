/**
 * Where a product takes its time from and whom it gives it to: chrony, ntpd, systemd-timesyncd,
 * linuxptp.
 */
@NullMarked
package dev.assay.inspect.clock;

import org.jspecify.annotations.NullMarked;
