package dev.assay.catalogue.control;

import dev.assay.catalogue.forge.Forge;
import dev.assay.catalogue.forge.TarWriter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Makes a control real: a tar archive of its files. */
public final class ControlProduct {
  private final Map<String, Forge> forges = new TreeMap<>();

  public ControlProduct(Collection<Forge> forges) {
    forges.forEach(forge -> this.forges.put(forge.name(), forge));
  }

  /**
   * The control as tar, its files in the order of their description.
   *
   * @throws IllegalArgumentException naming path and forge where a forge refuses its parameters
   */
  public byte[] tar(Control control) {
    TarWriter tar = new TarWriter();
    for (ControlFile file : control.files()) {
      add(file, tar);
    }
    return tar.finish();
  }

  private void add(ControlFile file, TarWriter tar) {
    switch (file.content()) {
      case ControlFile.Literal(byte[] bytes) ->
          tar.file(file.path(), bytes, file.mode(), file.owner(), file.xattrs());
      case ControlFile.Forged(String forge, Map<String, Object> parameters) ->
          tar.file(
              file.path(),
              forge(file.path(), forge, parameters),
              file.mode(),
              file.owner(),
              file.xattrs());
      case ControlFile.Link(String target) -> tar.link(file.path(), target, file.owner());
      case ControlFile.Directory() ->
          tar.directory(file.path(), file.mode(), file.owner(), file.xattrs());
      case ControlFile.Device(char type, int major, int minor) ->
          tar.device(file.path(), type, major, minor, file.mode(), file.owner());
    }
  }

  private byte[] forge(String path, String name, Map<String, Object> parameters) {
    Forge forge = forges.get(name);
    if (forge == null) {
      throw new IllegalArgumentException(
          path + ": there is no forge `" + name + "`; known are " + forges.keySet());
    }
    try {
      return forge.make(parameters);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new IllegalArgumentException(
          path + ": the forge `" + name + "` says: " + e.getMessage(), e);
    }
  }
}
