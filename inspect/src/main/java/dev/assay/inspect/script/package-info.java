/**
 * Code in scripting languages: programs by themselves, the modules of a library together. What a
 * script does is told by traces ({@code traces.tsv}), lines that a person would look for: where it
 * listens, what it takes from a request, and what it hands on unchecked. A trace is what stands in
 * one line; what a script makes of data over several lines is not followed.
 */
@NullMarked
package dev.assay.inspect.script;

import org.jspecify.annotations.NullMarked;
