package dev.assay.inspect;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives the fuzz targets that read files of certain places the seeds of these places: those of the
 * same name, and where a target gives a file a name of one letter, as any would do, those of its
 * folder with its ending. Where a target reads it says itself: it is run once, and what it makes of
 * the bytes is watched.
 *
 * <p>Arguments: the folder of {@link Seeds}, then targets as {@code CLASS::METHOD}. The seeds of a
 * target are left in a folder named so.
 */
public final class SeedsOfTargets {
  private SeedsOfTargets() {}

  public static void main(String[] arguments) throws Exception {
    Path seeds = Path.of(arguments[0]);
    List<Path> placed = in(seeds.resolve(Seeds.PLACED));
    for (String target : List.of(arguments).subList(1, arguments.length)) {
      Set<String> places = placesOf(target);
      for (Path seed : placed) {
        String place = placeOf(seed);
        if (places.stream().anyMatch(each -> alike(each, place))) {
          Path folder = Files.createDirectories(seeds.resolve(target));
          Files.copy(seed, folder.resolve(seed.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  static Set<String> placesOf(String target) throws ReflectiveOperationException {
    int split = target.indexOf("::");
    Class<?> type = Class.forName(target.substring(0, split));
    String name = target.substring(split + 2);
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(target));
    if (!Arrays.equals(method.getParameterTypes(), new Class<?>[] {byte[].class})) {
      return Set.of();
    }
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    method.setAccessible(true);
    Seeds.ANSWERED.clear();
    method.invoke(constructor.newInstance(), (Object) Seeds.ASKED.clone());
    return new TreeSet<>(Seeds.ANSWERED);
  }

  private static String placeOf(Path seed) {
    String name = seed.getFileName().toString();
    return name.substring(name.indexOf(Seeds.SLASH) + 1).replace(Seeds.SLASH, '/');
  }

  private static boolean alike(String read, String place) {
    boolean anyName = name(read).length() - ending(read).length() == 1;
    return name(read).equals(name(place))
        || anyName && folder(read).equals(folder(place)) && ending(read).equals(ending(place));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String folder(String path) {
    return path.substring(0, path.length() - name(path).length());
  }

  private static String ending(String path) {
    String name = name(path);
    return name.indexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
