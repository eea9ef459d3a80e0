/**
 * Dropbear SSH servers, as their command lines (man 8 dropbear) or OpenWrt's {@code
 * /etc/config/dropbear} set them.
 */
@NullMarked
package dev.assay.inspect.dropbear;

import org.jspecify.annotations.NullMarked;
