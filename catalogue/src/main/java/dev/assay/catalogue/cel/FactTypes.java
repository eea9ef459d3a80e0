package dev.assay.catalogue.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CEL types of facts records, by reflection; nested records become struct types. */
final class FactTypes {
  private final Map<String, CelType> structs = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * @throws IllegalArgumentException if the type is none a facts record may have
   */
  CelType of(Type type) {
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      if (Map.class.isAssignableFrom(raw) && arguments[0] == String.class) {
        return MapType.create(SimpleType.STRING, of(arguments[1]));
      }
      if (Collection.class.isAssignableFrom(raw)) {
        return ListType.create(of(arguments[0]));
      }
    }
    throw new IllegalArgumentException("facts cannot have the type " + type.getTypeName());
  }

  /** A struct with string fields. */
  CelType texts(String name, Iterable<String> fields) {
    Map<String, CelType> types = new LinkedHashMap<>();
    fields.forEach(field -> types.put(field, SimpleType.STRING));
    return struct(name, types);
  }

  private CelType ofClass(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return SimpleType.BOOL;
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return SimpleType.INT;
    }
    if (type == double.class || type == Double.class) {
      return SimpleType.DOUBLE;
    }
    if (type == String.class || type.isEnum()) {
      return SimpleType.STRING;
    }
    if (type.isRecord()) {
      return ofRecord(type);
    }
    throw new IllegalArgumentException("facts cannot have the type " + type.getName());
  }

  private CelType ofRecord(Class<?> record) {
    String name = String.valueOf(record.getCanonicalName());
    CelType known = structs.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(name)) {
      throw new IllegalArgumentException("facts cannot hold " + name + ", which holds itself");
    }
    Map<String, CelType> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      fields.put(component.getName(), of(component.getGenericType()));
    }
    open.remove(name);
    return struct(name, fields);
  }

  private CelType struct(String name, Map<String, CelType> types) {
    ImmutableMap<String, CelType> fields = ImmutableMap.copyOf(types);
    CelType struct =
        StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    structs.put(name, struct);
    return struct;
  }

  /** The struct types met so far, for CEL's checker. */
  CelTypeProvider provider() {
    return new Structs(ImmutableMap.copyOf(structs));
  }

  private record Structs(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return byName.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.ofNullable(byName.get(name));
    }
  }
}
