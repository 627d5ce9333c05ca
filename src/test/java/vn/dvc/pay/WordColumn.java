package vn.dvc.pay;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** A column that holds one of a few words, and all the words that Java may write into it. */
record WordColumn(String table, String name, Collection<String> words) {
  private static final String CHECK =
      """
      select c.check_clause from information_schema.check_constraints c
        join information_schema.constraint_column_usage u
          on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
      where lower(u.table_name) = ?
      group by c.constraint_name, c.check_clause
      having count(*) = 1 and max(lower(u.column_name)) = ?""";

  <E extends Enum<E>> WordColumn(String table, String name, Class<E> words) {
    this(table, name, EnumSet.allOf(words));
  }

  <E extends Enum<E>> WordColumn(String table, String name, EnumSet<E> words) {
    this(table, name, names(words.stream()));
  }

  /** Every enum-valued field of an entity or of its embedded parts. */
  static Stream<WordColumn> ofEntities() {
    var entities = new ClassPathScanningCandidateComponentProvider(false);
    entities.addIncludeFilter(new AnnotationTypeFilter(Entity.class));
    return entities.findCandidateComponents("vn.dvc.pay").stream()
        .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
        .flatMap(entity -> columns(entity.getAnnotation(Table.class).name(), entity));
  }

  /** Every enum-valued component of a record that plain SQL reads and writes. */
  static Stream<WordColumn> ofRow(String table, String type) {
    return columns(table, ClassUtils.resolveClassName(type, null));
  }

  private static Stream<WordColumn> columns(String table, Class<?> type) {
    return Arrays.stream(type.getDeclaredFields()).flatMap(field -> columns(table, field));
  }

  private static Stream<WordColumn> columns(String table, Field field) {
    if (field.getType().isEnum()) {
      var words = Arrays.stream(field.getType().getEnumConstants());
      return Stream.of(new WordColumn(table, column(field), names(words)));
    }
    if (field.isAnnotationPresent(Embedded.class)) {
      return columns(table, field.getType());
    }
    if (field.isAnnotationPresent(CollectionTable.class)) {
      return columns(
          field.getAnnotation(CollectionTable.class).name(),
          ResolvableType.forField(field).resolveGeneric(0));
    }
    return Stream.empty();
  }

  private static String column(Field field) {
    var named = field.getAnnotation(Column.class);
    return named != null && !named.name().isEmpty()
        ? named.name()
        : field.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Set<String> names(Stream<?> words) {
    return words
        .map(word -> ((Enum<?>) word).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A new table with nothing but this column, of the same type and under the same check. */
  String probe(JdbcClient jdbc) {
    var check = jdbc.sql(CHECK).params(table, name).query(String.class).list();
    if (check.size() != 1) {
      throw new AssertionError(this + " has not one check but " + check);
    }
    jdbc.sql("create schema if not exists probes").update();
    var probe = "probes.p_" + UUID.randomUUID().toString().replace('-', '_');
    jdbc.sql("create table %s as select %s from %s where 1 = 0".formatted(probe, name, table))
        .update();
    jdbc.sql("alter table %s add check (%s)".formatted(probe, check.get(0))).update();
    return probe;
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
