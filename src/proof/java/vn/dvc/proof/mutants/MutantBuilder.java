package vn.dvc.proof.mutants;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Unpacks the built jar once, and builds each mutant from it and a few changed sources. */
final class MutantBuilder {
  private static final Path JAVA = Path.of("src/main/java");
  private static final Path PROCESSES = Path.of("processes");
  private static final Path TARGET = Path.of("target/classes");
  private static final Path RESOURCES = Path.of("src/main/resources");

  private final Path jar;
  private final Path folder;
  private String libraries;

  MutantBuilder(Path jar) {
    this.jar = jar;
    try {
      folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "mutants-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For this jar, which is unpacked when the first mutant is built from it. */
  private Path classes() throws IOException {
    if (libraries == null) {
      unpack(jar, folder);
      try (var jars = Files.list(folder.resolve("BOOT-INF/lib"))) {
        libraries =
            jars.map(it -> it.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
      }
    }
    return folder.resolve("BOOT-INF/classes");
  }

  /**
   * The class path of tests that run against the mutant: this process's, with the mutant in place
   * of the product.
   */
  String testPath(Mutant mutant) {
    try {
      var place = folder.resolve(mutant.name());
      copy(TARGET, place.resolve("classes"));
      compile(
          changed(mutant, place), place.resolve("classes"), System.getProperty("java.class.path"));
      var product = TARGET.toAbsolutePath().toString();
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(it -> Path.of(it).toAbsolutePath().toString())
          .map(it -> it.equals(product) ? place.resolve("classes").toAbsolutePath().toString() : it)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the reports on a mutant are kept. */
  Path log(Mutant mutant) {
    return folder.resolve(mutant.name()).resolve("tests.log");
  }

  /** How Java starts the mutant. */
  List<String> build(Mutant mutant) {
    try {
      var place = folder.resolve(mutant.name());
      copy(classes(), place.resolve("classes"));
      compile(changed(mutant, place), place.resolve("classes"), libraries);
      return launch(place.resolve("classes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> launch(Path its) {
    return List.of(
        "-classpath",
        its.toAbsolutePath() + File.pathSeparator + libraries,
        "vn.dvc.pay.PayApplication");
  }

  /** Writes the edited files and returns the Java sources among them. */
  private static List<Path> changed(Mutant mutant, Path place) throws IOException {
    Map<Path, String> texts = new LinkedHashMap<>();
    for (var edit : mutant.edits()) {
      var before =
          texts.containsKey(edit.file()) ? texts.get(edit.file()) : Files.readString(edit.file());
      texts.put(edit.file(), edit.apply(before));
    }
    var sources = new ArrayList<Path>();
    for (var changed : texts.entrySet()) {
      var java = changed.getKey().startsWith(JAVA);
      var target =
          java
              ? place.resolve("sources").resolve(JAVA.relativize(changed.getKey()))
              : place.resolve("classes").resolve(resource(changed.getKey()));
      Files.createDirectories(target.getParent());
      Files.writeString(target, changed.getValue());
      if (java) {
        sources.add(target);
      }
    }
    return sources;
  }

  private static Path resource(Path source) {
    return source.startsWith(PROCESSES) ? source : RESOURCES.relativize(source);
  }

  private static void compile(List<Path> sources, Path target, String libraries)
      throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "-parameters",
              "-proc:none",
              "-nowarn",
              "-d",
              target.toString(),
              "-classpath",
              target + File.pathSeparator + libraries);
      var task =
          compiler.getTask(
              null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      if (!task.call()) {
        throw new IllegalStateException("A mutant does not compile: " + sources);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var one : all.toList()) {
        var target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    }
  }

  private static void unpack(Path jar, Path to) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entries = file.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        var target = to.resolve(entry.getName()).normalize();
        if (!target.startsWith(to) || !entry.getName().startsWith("BOOT-INF/")) {
          continue;
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (var in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
  }
}
