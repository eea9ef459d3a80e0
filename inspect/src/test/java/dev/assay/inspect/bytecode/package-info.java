@NullMarked
package dev.assay.inspect.bytecode;

import org.jspecify.annotations.NullMarked;
