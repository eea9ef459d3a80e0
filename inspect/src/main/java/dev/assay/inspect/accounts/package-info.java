/** Accounts and their passwords: {@code passwd(5)}, {@code shadow(5)}, {@code group(5)}. */
@NullMarked
package dev.assay.inspect.accounts;

import org.jspecify.annotations.NullMarked;
