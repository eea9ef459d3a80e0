package dev.assay.inspect.identity.code;

/** The instructions of a processor that functions consist of which return a number. */
interface Processor {
  /** What an instruction does with the flow of control. */
  enum Step {
    /** The next one follows. */
    ON,
    /** The function returns. */
    RETURN,
    /** Not known, so that nothing is known of what the function does. */
    UNKNOWN;

    static Step known(boolean instruction) {
      return instruction ? ON : UNKNOWN;
    }
  }

  /** As they are when a function is called. */
  Registers registers();

  /** Register in which a function returns a number. */
  int result();

  /** Reads and follows one instruction; never past a jump. */
  Step step(Code code, Registers registers);
}
