/** PHP packages: what Composer installed. */
@NullMarked
package dev.assay.inspect.ecosystem.php;

import org.jspecify.annotations.NullMarked;
