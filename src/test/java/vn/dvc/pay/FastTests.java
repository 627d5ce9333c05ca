package vn.dvc.pay;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTag;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/**
 * Keeps {@code mvn test -Dgroups=fast} quick and complete: a test is tagged "fast" exactly when
 * neither it nor a fixture that it uses starts an application, engine, database or browser.
 */
final class FastTests {
  private static final String FAST = "fast";

  /** Prefixes of type names: a file that uses one of these types waits for something to start. */
  private static final List<String> STARTERS =
      List.of(
          "org.springframework.boot.test.",
          "org.springframework.test.",
          "org.springframework.boot.SpringApplication",
          "org.springframework.context.ConfigurableApplicationContext",
          "org.springframework.boot.builder.SpringApplicationBuilder",
          "org.springframework.modulith.core.ApplicationModules", // half a minute of reading
          "org.camunda.bpm.engine.ProcessEngine",
          "org.camunda.community.",
          "org.apache.camel.impl.",
          "com.github.tomakehurst.wiremock.",
          "com.microsoft.playwright.",
          "io.zonky.test.",
          "org.verapdf.",
          "org.flywaydb.",
          "org.springframework.jdbc.datasource.",
          "javax.sql.DataSource",
          "java.sql.DriverManager",
          "java.lang.ProcessBuilder");

  private final JavaClasses classes;

  /**
   * The types that each file of the test tree uses; a file is identified by its outermost class.
   */
  private final Map<String, Set<String>> uses = new HashMap<>();

  FastTests() {
    // Names suffice, because files outside the test tree are not read.
    classes =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setResolveMissingDependenciesFromClassPath(false);
              return new ClassFileImporter().importPath(Path.of("target", "test-classes"));
            });
    for (var type : classes) {
      var used = uses.computeIfAbsent(file(type), name -> new HashSet<>());
      type.getDirectDependenciesFromSelf().forEach(it -> used.add(file(it.getTargetClass())));
    }
  }

  /** A sentence for each test that lacks the tag or carries it wrongly. */
  List<String> complaints() {
    return classes.stream()
        .filter(FastTests::isTest)
        .flatMap(test -> complaint(test).stream())
        .sorted()
        .toList();
  }

  private Optional<String> complaint(JavaClass test) {
    var starter = starter(file(test));
    if (isTagged(test)) {
      return starter.map(found -> test.getName() + " is tagged \"fast\", but uses " + found);
    }
    return starter.isPresent()
        ? Optional.empty()
        : Optional.of(test.getName() + " starts nothing slow: tag it with @Tag(\"fast\")");
  }

  /** The first starter that a file uses, directly or through other files of the test tree. */
  private Optional<String> starter(String test) {
    var seen = new HashSet<>(Set.of(test));
    var open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (var used : uses.getOrDefault(open.remove(), Set.of())) {
        if (starts(used)) {
          return Optional.of(used);
        }
        if (seen.add(used)) {
          open.add(used);
        }
      }
    }
    return Optional.empty();
  }

  /** The engine's exceptions can be created without an engine. */
  private static boolean starts(String used) {
    return STARTERS.stream().anyMatch(used::startsWith) && !used.endsWith("Exception");
  }

  private static boolean isTest(JavaClass type) {
    return type.isTopLevelClass()
        && type.getSimpleName().endsWith("Test")
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  /**
   * Recognised by either annotation, because ArchUnit's and jqwik's test engines read only their
   * own.
   */
  private static boolean isTagged(JavaClass test) {
    return test.tryGetAnnotationOfType(Tag.class).filter(it -> it.value().equals(FAST)).isPresent()
        || test.tryGetAnnotationOfType(net.jqwik.api.Tag.class)
            .filter(it -> it.value().equals(FAST))
            .isPresent()
        || test.tryGetAnnotationOfType(ArchTag.class)
            .filter(it -> it.value().equals(FAST))
            .isPresent();
  }

  private static String file(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }
}
