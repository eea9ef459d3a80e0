/**
 * Code for the Java virtual machine: each archive with classes is a component, and so is a folder
 * of them. Which classes of others a class names is read of its constant pool, what it does from
 * its instructions (Java Virtual Machine Specification, SE 25, chapters 4 and 6): a table of calls
 * ({@code calls.tsv}) says what they mean. Arguments are known where they are constants in a
 * straight line of instructions; what comes from elsewhere is not followed.
 */
@NullMarked
package dev.assay.inspect.bytecode;

import org.jspecify.annotations.NullMarked;
