package dev.assay.catalogue.expression;

import java.util.List;
import java.util.Optional;

/** Codes that read: constants, facts, variables, fields of nested records. */
final class Reads {
  private Reads() {}

  record Constant(Object value) implements Code {
    @Override
    public Object value(Frame frame) {
      return value;
    }

    @Override
    public void blame(Frame frame, Trace trace) {}
  }

  record Slot(int slot, String name) implements Code {
    @Override
    public Object value(Frame frame) {
      return frame.slots()[slot];
    }

    @Override
    public Optional<String> path(Frame frame) {
      return Optional.of(name);
    }

    @Override
    public List<String> origins(Frame frame) {
      return Paths.ofElements(name, value(frame));
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      trace.note(name, value(frame));
    }
  }

  record Variable(int depth, String name) implements Code {
    @Override
    public Object value(Frame frame) {
      return frame.variables()[depth];
    }

    @Override
    public Optional<String> path(Frame frame) {
      String[] origins = frame.origins();
      String origin = depth < origins.length ? origins[depth] : "";
      return origin.isEmpty() ? Optional.empty() : Optional.of(origin);
    }

    @Override
    public List<String> origins(Frame frame) {
      return path(frame).map(path -> Paths.ofElements(path, value(frame))).orElse(List.of());
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      path(frame).ifPresent(path -> trace.note(path, value(frame)));
    }
  }

  record Field(Code of, String name) implements Code {
    @Override
    public Object value(Frame frame) {
      Object owner = of.value(frame);
      if (owner instanceof Unknown) {
        return owner;
      }
      return owner instanceof Partial partial
          ? partial.read(name)
          : Accessors.of(owner.getClass()).read((Record) owner, name);
    }

    @Override
    public Optional<String> path(Frame frame) {
      return of.path(frame).map(path -> path + "." + name);
    }

    @Override
    public List<String> origins(Frame frame) {
      return path(frame).map(path -> Paths.ofElements(path, value(frame))).orElse(List.of());
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      path(frame)
          .ifPresentOrElse(path -> trace.note(path, value(frame)), () -> of.blame(frame, trace));
    }
  }
}
