/**
 * Accounts that applications keep in files of their own, beside those of the operating system:
 * application servers, message brokers, management interfaces.
 */
@NullMarked
package dev.assay.inspect.applications;

import org.jspecify.annotations.NullMarked;
