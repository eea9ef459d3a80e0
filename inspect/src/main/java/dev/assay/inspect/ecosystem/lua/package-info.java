/** Lua rocks: specifications of installed rocks. */
@NullMarked
package dev.assay.inspect.ecosystem.lua;

import org.jspecify.annotations.NullMarked;
