package vn.dvc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The advisories that we know of, and which parts they forbid. */
final class Advisories {
  private static final Path LIST = Path.of("src", "test", "resources", "advisories.csv");
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*?)(?:-classes)?\\.jar");

  private final List<Advisory> all;

  private Advisories(List<Advisory> all) {
    this.all = all;
  }

  static Advisories read() throws IOException {
    return new Advisories(
        Files.readAllLines(LIST).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Advisory::of)
            .toList());
  }

  /** Parts that are older than an advisory allows, by the names of their files. */
  List<String> forbidden(Collection<String> jars) {
    var versions = versions(jars);
    return all.stream()
        .filter(advisory -> !advisory.isOpen())
        .flatMap(
            advisory ->
                versions.getOrDefault(advisory.part(), Set.of()).stream()
                    .filter(advisory::forbids)
                    .map(version -> advisory.part() + " " + version + ": " + advisory.id()))
        .toList();
  }

  /** What the list speaks of and is not there: a part was renamed, or is no longer shipped. */
  List<String> notThere(Collection<String> jars) {
    var versions = versions(jars);
    return all.stream()
        .map(Advisory::part)
        .filter(part -> !versions.containsKey(part))
        .distinct()
        .toList();
  }

  /** Advisories that no build mends which we may use. */
  List<String> open() {
    return all.stream().filter(Advisory::isOpen).map(Advisory::id).toList();
  }

  private static Map<String, Set<String>> versions(Collection<String> jars) {
    return jars.stream()
        .map(JAR::matcher)
        .filter(jar -> jar.matches())
        .collect(groupingBy(jar -> jar.group(1), mapping(jar -> jar.group(2), toSet())));
  }

  private record Advisory(String part, String safe, String id, String source) {
    static Advisory of(String line) {
      var cells = line.split(";");
      if (cells.length != 4 || !cells[3].startsWith("https://")) {
        throw new IllegalStateException("Not part; version; advisory; source: " + line);
      }
      return new Advisory(cells[0], cells[1], cells[2], cells[3]);
    }

    boolean isOpen() {
      return safe.equals("none");
    }

    boolean forbids(String version) {
      return Version.parse(version).compareTo(Version.parse(safe)) < 0;
    }
  }
}
