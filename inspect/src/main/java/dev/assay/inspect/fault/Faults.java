package dev.assay.inspect.fault;

import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is done where a reader fails. Neither takes it for a reader's failure that memory or the
 * host's disk gave out: that ends the run.
 */
public enum Faults {
  /** What the reader threw is thrown on: for tests, fuzzing and the build. */
  END,
  /** It costs a problem and what the reader was to tell: for evaluations. */
  REPORT;

  /**
   * What a reader of a content answers. {@link Malformed} and {@link Content.Partial} are answers
   * too, and thrown on.
   *
   * @param reader name of its class
   * @param told takes the problem where the reader failed
   * @return empty where it failed
   */
  public <T> Optional<T> read(String reader, Consumer<Problem> told, Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (Malformed | Content.Partial | UncheckedIOException answer) {
      throw answer;
    } catch (RuntimeException | StackOverflowError fault) {
      if (this == END) {
        throw fault;
      }
      told.accept(problem(reader, fault));
      return Optional.empty();
    }
  }

  /**
   * Lets an inspector do its work, which may not throw at all.
   *
   * @param reader name of its class
   * @param told takes the problem where the inspector failed
   */
  public void ask(String reader, Consumer<Problem> told, Runnable work) {
    try {
      work.run();
    } catch (UncheckedIOException host) {
      throw host;
    } catch (RuntimeException | StackOverflowError fault) {
      if (this == END) {
        throw fault;
      }
      told.accept(problem(reader, fault));
    }
  }

  /** The name of a reader's class; of a lambda, that of the class it stands in. */
  public static String name(Class<?> reader) {
    String name = reader.getName();
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }

  // Messages and stack traces of exceptions may differ between runs.
  private static Problem problem(String reader, Throwable fault) {
    return new Problem(
        Problem.FAULT,
        -1,
        "a fault of Assay, not of the product: "
            + reader
            + " ended with "
            + fault.getClass().getSimpleName()
            + "; what it was to tell is not known; please report it");
  }
}
