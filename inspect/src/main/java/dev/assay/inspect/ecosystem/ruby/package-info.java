/** Ruby gems: specifications of installed gems. */
@NullMarked
package dev.assay.inspect.ecosystem.ruby;

import org.jspecify.annotations.NullMarked;
