/**
 * SNMP agents: net-snmp's {@code snmpd} as snmpd.conf(5), its persistent file or OpenWrt's {@code
 * /etc/config/snmpd} set it, and mini-snmpd. Community strings and passphrases leave this package
 * as digest, length and mask only.
 */
@NullMarked
package dev.assay.inspect.snmp;

import org.jspecify.annotations.NullMarked;
