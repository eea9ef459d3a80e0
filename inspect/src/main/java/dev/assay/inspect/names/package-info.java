/** Name servers of a product: dnsmasq, unbound, BIND. */
@NullMarked
package dev.assay.inspect.names;

import org.jspecify.annotations.NullMarked;
