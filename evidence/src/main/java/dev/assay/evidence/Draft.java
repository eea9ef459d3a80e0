package dev.assay.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bundle that is being written, in a folder of its own beside the place it will take:
 *
 * <pre>
 *   .assay-bundle-NAME/lock     locked by the process that writes; who finds it unlocked may clear up
 *   .assay-bundle-NAME/new/     the bundle as far as it is written
 *   .assay-bundle-NAME/old/     the bundle that stood in its place, until it is deleted
 * </pre>
 *
 * A process that is stopped leaves the folder; the next that writes the same bundle puts back what
 * was moved away, and deletes the rest.
 */
final class Draft implements AutoCloseable {
  static final String PREFIX = ".assay-bundle-";
  private static final String LOCK = "lock";

  /**
   * Folders that this process has locked: a second channel on a lock would give it up when closed.
   */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path target;
  private final Path folder;
  private final FileChannel lock;

  private Draft(Path target, Path folder, FileChannel lock) {
    this.target = target;
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Begins to write the bundle {@code target}, an absolute path whose folder exists.
   *
   * @throws IOException also if another process is writing it
   */
  static Draft of(Path target) throws IOException {
    Path folder = target.resolveSibling(PREFIX + target.getFileName());
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder);
    }
    Draft draft = new Draft(target, folder, locked(folder, target));
    try {
      draft.clear();
      Files.createDirectory(draft.files());
    } catch (IOException e) {
      draft.unlock();
      throw e;
    }
    return draft;
  }

  private static FileChannel locked(Path folder, Path target) throws IOException {
    String refusal = "another run is writing " + target + "; wait for its end";
    if (!HERE.add(folder)) {
      throw new IOException(refusal);
    }
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      // Who had the lock before may have deleted the file that is locked now.
      if (channel.tryLock() == null || Files.notExists(folder.resolve(LOCK))) {
        channel.close();
        throw new IOException(refusal);
      }
      return channel;
    } catch (IOException e) {
      HERE.remove(folder);
      throw e;
    }
  }

  /** Where the bundle's files are to be written. */
  Path files() {
    return folder.resolve("new");
  }

  private Path old() {
    return folder.resolve("old");
  }

  /** Puts the bundle in its place as a whole; what stood there is deleted. */
  void place() throws IOException {
    if (Files.exists(target)) {
      // Deleting takes a while, so it is moved out of the way first.
      Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(files(), target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Ends with what was placed, or with what was there before. */
  @Override
  public void close() throws IOException {
    try {
      clear();
      Files.delete(folder.resolve(LOCK));
      Files.delete(folder);
    } finally {
      unlock();
    }
  }

  private void unlock() throws IOException {
    HERE.remove(folder);
    lock.close();
  }

  private void clear() throws IOException {
    if (Files.exists(old()) && Files.notExists(target)) {
      Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(old());
    delete(files());
  }

  private static void delete(Path dir) throws IOException {
    if (!Files.exists(dir)) {
      return;
    }
    Files.walkFileTree(
        dir,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
