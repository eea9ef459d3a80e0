@NullMarked
package dev.assay.inspect.script;

import org.jspecify.annotations.NullMarked;
