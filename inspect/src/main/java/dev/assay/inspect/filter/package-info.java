/**
 * Packet filters as their rule files set them: nftables, iptables-save, ufw. Chains that others
 * jump to are put in where they are called, so that each rule stands under the hook it works on
 * with all conditions of the way there.
 */
@NullMarked
package dev.assay.inspect.filter;

import org.jspecify.annotations.NullMarked;
