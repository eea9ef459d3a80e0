/**
 * What runs wrote before, so that a run over an unchanged product need not find it out again.
 *
 * <p>A run is known by everything its results depend on: Assay's own code, the product's files as
 * the host describes them, profile, policy, waivers, day, reports, where and how it writes. Below
 * {@code runs/} in the cache each has a folder: {@code run} says in lines of text what state of the
 * product it was, how it ended, and for each file CRC-32, bytes and name; {@code files/} holds the
 * files of the bundle and what stood on the terminal.
 */
@NullMarked
package dev.assay.cli.earlier;

import org.jspecify.annotations.NullMarked;
