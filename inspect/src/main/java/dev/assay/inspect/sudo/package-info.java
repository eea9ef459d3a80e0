/** Who may run what as whom: sudoers(5). */
@NullMarked
package dev.assay.inspect.sudo;

import org.jspecify.annotations.NullMarked;
