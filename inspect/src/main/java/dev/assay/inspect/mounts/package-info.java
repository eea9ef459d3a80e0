/** What a product mounts: fstab(5). */
@NullMarked
package dev.assay.inspect.mounts;

import org.jspecify.annotations.NullMarked;
