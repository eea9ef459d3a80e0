/**
 * DHCP servers: ISC dhcpd (dhcpd.conf(5)), Kea (JSON with comments), udhcpd of BusyBox. What
 * dnsmasq does is in {@link dev.assay.inspect.names}.
 */
@NullMarked
package dev.assay.inspect.dhcp;

import org.jspecify.annotations.NullMarked;
