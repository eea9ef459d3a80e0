/** OpenSSH servers, as {@code sshd_config} sets them (man 5 sshd_config). */
@NullMarked
package dev.assay.inspect.ssh;

import org.jspecify.annotations.NullMarked;
