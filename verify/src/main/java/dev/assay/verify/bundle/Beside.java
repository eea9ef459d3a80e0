package dev.assay.verify.bundle;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The checksums of a bundle, checked on a second processor while its lines are read. */
final class Beside {
  private final FutureTask<Violations> task;

  private Beside(FutureTask<Violations> task) {
    this.task = task;
  }

  static Beside start(Path bundle) {
    FutureTask<Violations> task = new FutureTask<>(() -> Checksums.check(bundle));
    Thread.ofPlatform().daemon().start(task);
    return new Beside(task);
  }

  /** What is wrong with the checksums; waits until that is known. */
  Violations found() throws Unreadable {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unreadable unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreadable("interrupted");
    }
  }
}
