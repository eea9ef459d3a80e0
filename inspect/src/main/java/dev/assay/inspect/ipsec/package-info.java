/**
 * IPsec as strongSwan sets it up: {@code ipsec.conf} with {@code ipsec.secrets} (stroke), {@code
 * swanctl.conf} (vici) and {@code strongswan.conf}. Defaults are those of strongSwan 5.9 and named
 * as such; where releases differ, {@code defaults.tsv} has them.
 */
@NullMarked
package dev.assay.inspect.ipsec;

import org.jspecify.annotations.NullMarked;
