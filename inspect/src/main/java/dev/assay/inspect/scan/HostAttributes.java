package dev.assay.inspect.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lstat} says of one file of the host.
 *
 * @param device raw device number of a device node
 * @param stamp with the size
 */
record HostAttributes(int mode, int uid, int gid, long device, Stamp stamp) {
  static HostAttributes of(Path path) throws IOException {
    Map<String, Object> read =
        Files.readAttributes(
            path,
            "unix:mode,uid,gid,rdev,size,dev,ino,lastModifiedTime,ctime",
            LinkOption.NOFOLLOW_LINKS);
    return new HostAttributes(
        (int) number(read.get("mode")),
        (int) number(read.get("uid")),
        (int) number(read.get("gid")),
        number(read.get("rdev")),
        new Stamp(
            number(read.get("dev")),
            number(read.get("ino")),
            number(read.get("size")),
            nanoseconds(read.get("lastModifiedTime")),
            nanoseconds(read.get("ctime"))));
  }

  boolean isDirectory() {
    return (mode & 0170000) == 0040000;
  }

  private static long nanoseconds(@Nullable Object value) {
    return value instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
