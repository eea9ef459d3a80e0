package dev.assay.catalogue.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** CEL types of facts records, by reflection; nested records become struct types. */
final class FactTypes implements CelTypeProvider {
  private final Map<String, CelType> structs = new LinkedHashMap<>();

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
    Map<String, CelType> fields = new LinkedHashMap<>();
    CelType struct = struct(name, fields); // before its fields: a record may hold a list of itself
    for (RecordComponent component : record.getRecordComponents()) {
      fields.put(component.getName(), of(component.getGenericType()));
    }
    structs.put(name, struct(name, fields));
    return structs.get(name);
  }

  private CelType struct(String name, Map<String, CelType> fields) {
    CelType struct =
        StructType.create(
            name,
            ImmutableSet.copyOf(fields.keySet()),
            field -> Optional.ofNullable(fields.get(field)));
    structs.put(name, struct);
    return struct;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(structs.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name));
  }
}
