package dev.assay.cli;

/** The terminal, if there is one. */
final class Terminal {
  private static final int DEFAULT_WIDTH = 100;

  private Terminal() {}

  /**
   * Whether a person looks at the output: both ends are a terminal, and colour is not refused
   * (no-color.org).
   */
  static boolean isInteractive() {
    return System.console() != null
        && System.console().isTerminal()
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(System.getenv("TERM"));
  }

  static int width() {
    String columns = System.getenv("COLUMNS");
    try {
      return columns == null ? DEFAULT_WIDTH : Math.clamp(Integer.parseInt(columns), 60, 200);
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
