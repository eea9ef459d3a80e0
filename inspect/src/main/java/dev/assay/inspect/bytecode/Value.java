package dev.assay.inspect.bytecode;

import java.util.Optional;

/** What is known of a value while a method runs in a straight line. */
sealed interface Value {
  Value UNKNOWN = new Unknown();

  /** Its text where it is constant. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** Nothing. */
  record Unknown() implements Value {}

  /** A text or number, or what is made of one alone, such as its bytes. */
  record Constant(String shown) implements Value {
    @Override
    public Optional<String> text() {
      return Optional.of(shown);
    }
  }

  /** An array made here, constant while nothing else than constants is put into it. */
  final class Array implements Value {
    private boolean filled;
    private boolean constant = true;

    void put(Value element) {
      filled = true;
      constant = constant && element.text().isPresent();
    }

    /** It is given away to be filled. */
    void spoil() {
      constant = false;
    }

    boolean isFilled() {
      return filled;
    }

    @Override
    public Optional<String> text() {
      String what = filled ? "an array of constants" : "an array of zeros";
      return constant ? Optional.of(what) : Optional.empty();
    }
  }
}
