package dev.assay.catalogue.control;

import java.util.List;

/** A tiny product, described; {@link ControlRunner} makes it real. */
public record Control(List<ControlFile> files) {
  public Control {
    files = List.copyOf(files);
  }
}
