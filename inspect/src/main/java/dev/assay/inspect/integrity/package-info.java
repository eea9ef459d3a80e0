/**
 * Whether the kernel checks what it reads: IMA and EVM (Documentation/ABI/testing/ima_policy) file
 * by file, dm-verity (Documentation/admin-guide/device-mapper/verity.rst) block by block.
 */
@NullMarked
package dev.assay.inspect.integrity;

import org.jspecify.annotations.NullMarked;
