/**
 * Until when a maker says that the product gets security updates.
 *
 * <p>The declaration is a part of the product: a file {@code support-period.yaml} of one line,
 * which {@code support-until} in {@code product.yaml} stands for.
 *
 * <pre>
 * until: 2031-12-31
 * </pre>
 */
@NullMarked
package dev.assay.inspect.support;

import org.jspecify.annotations.NullMarked;
