/**
 * Software base stations of LTE and 5G: srsRAN 4G ({@code enb.conf}) and OpenAirInterface ({@code
 * enb.conf}, {@code gnb.conf} in libconfig's syntax).
 *
 * <p>srsRAN's defaults are those of {@code srsenb/src/main.cc}. OpenAirInterface's algorithms have
 * no default here: what its configuration leaves out is unknown.
 */
@NullMarked
package dev.assay.inspect.radionode;

import org.jspecify.annotations.NullMarked;
