/**
 * How a product lets people in: the stacks of PAM with what their modules read ({@code
 * pwquality.conf}, {@code faillock.conf}), and {@code login.defs} with its neighbours. Defaults are
 * those of Linux-PAM 1.5 and shadow 4.13.
 */
@NullMarked
package dev.assay.inspect.auth;

import org.jspecify.annotations.NullMarked;
