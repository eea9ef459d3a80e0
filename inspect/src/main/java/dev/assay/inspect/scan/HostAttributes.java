package dev.assay.inspect.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lstat} says of one file of the host.
 *
 * @param device raw device number of a device node
 * @param size bytes
 */
record HostAttributes(int mode, int uid, int gid, long device, long size) {
  static HostAttributes of(Path path) throws IOException {
    Map<String, Object> read =
        Files.readAttributes(path, "unix:mode,uid,gid,rdev,size", LinkOption.NOFOLLOW_LINKS);
    return new HostAttributes(
        (int) number(read.get("mode")),
        (int) number(read.get("uid")),
        (int) number(read.get("gid")),
        number(read.get("rdev")),
        number(read.get("size")));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
