/**
 * What configuration files of many daemons have in common: keys with values, sections, drop-ins,
 * blocks in braces, includes; and what holds where nothing is set. All readers are linear in what
 * they read and bound the number of files and settings.
 */
@NullMarked
package dev.assay.inspect.settings;

import org.jspecify.annotations.NullMarked;
