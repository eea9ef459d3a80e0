/**
 * freeDiameter nodes: {@code freeDiameter.conf} and the files that other programs hand to its
 * library.
 *
 * <p>Syntax and defaults are those of {@code libfdcore/fdd.l}, {@code fdd.y} and {@code
 * fd_conf_init()}: port 3868 without and 5868 with TLS from the start, on all addresses; priority
 * {@code NORMAL}; Diffie–Hellman parameters of 1024 bits.
 */
@NullMarked
package dev.assay.inspect.diameter;

import org.jspecify.annotations.NullMarked;
