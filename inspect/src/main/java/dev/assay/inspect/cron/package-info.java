/** What a product runs at fixed times: crontab(5). */
@NullMarked
package dev.assay.inspect.cron;

import org.jspecify.annotations.NullMarked;
