/**
 * The verifier: whether a bundle is whole, who signed it, and who has yet to.
 *
 * <p>It needs a JDK and nothing else, and no other part of Assay, so that someone who trusts
 * neither can read it in an afternoon and compile it alone. Start with {@link
 * dev.assay.verify.Verifier}.
 */
@NullMarked
package dev.assay.verify;

import org.jspecify.annotations.NullMarked;
