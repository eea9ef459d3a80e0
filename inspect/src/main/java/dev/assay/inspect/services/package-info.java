/** What a product starts: systemd units, init scripts, inittab, inetd, xinetd and rc.local. */
@NullMarked
package dev.assay.inspect.services;

import org.jspecify.annotations.NullMarked;
