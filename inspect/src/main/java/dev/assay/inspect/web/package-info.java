/**
 * Web servers as their configuration makes them: nginx, Apache httpd, lighttpd, uhttpd and Jetty.
 * Each has a reader of its own syntax ({@link dev.assay.inspect.web.NginxReader} …), which yields
 * {@link dev.assay.inspect.web.Directive}s, and an interpreter that knows its defaults and writes
 * the same facts ({@link dev.assay.inspect.web.WebServerFacts}). What lies in document roots is
 * judged once for all of them ({@link dev.assay.inspect.web.Documents}).
 */
@NullMarked
package dev.assay.inspect.web;

import org.jspecify.annotations.NullMarked;
