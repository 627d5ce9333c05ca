package vn.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The two jars that the build produces: each runs its own program and contains nothing else. */
class JarsIT {

  private static final Path APP = Path.of("target", "dvc-pay.jar");
  private static final Path SANDBOX = Path.of("target", "dvc-pay-sandbox.jar");
  private static final String PARTS = "META-INF/sbom/application.cdx.json";
  private static final Path LICENCES = Path.of("docs", "licences.md");

  /** Static files of the pages, which both jars contain. */
  private static final List<String> DESIGN =
      List.of("templates/layout.html", "static/assets/dvc-pay.css", "static/assets/icon.svg");

  @Test
  void appJarRunsTheAppAndHoldsNothingOfTheSandbox() throws IOException {
    assertThat(started(APP)).isEqualTo("vn.dvc.pay.PayApplication");
    assertThat(ours(APP))
        .contains("vn/dvc/pay/PayApplication.class", "application.yaml")
        .anyMatch(name -> name.startsWith("processes/"))
        .noneMatch(name -> name.startsWith("vn/dvc/sandbox/") || name.startsWith("sandbox/"))
        .noneMatch(name -> name.contains("DemoLauncher"));
  }

  @Test
  void sandboxJarRunsTheSandboxAndHoldsNothingOfTheApp() throws IOException {
    assertThat(started(SANDBOX)).isEqualTo("vn.dvc.sandbox.SandboxApplication");
    assertThat(ours(SANDBOX))
        .contains("vn/dvc/sandbox/SandboxApplication.class", "sandbox/sandbox.yaml")
        .allMatch(
            name ->
                name.startsWith("vn/dvc/sandbox/")
                    || name.startsWith("sandbox/")
                    || name.startsWith("contracts/")
                    || DESIGN.contains(name));
  }

  @Test
  void eachLibraryIsListedWithItsLicence() throws IOException {
    var listed = listedLibraries();
    for (var jar : List.of(APP, SANDBOX)) {
      assertThat(libraries(jar))
          .isNotEmpty()
          .filteredOn(name -> listed.stream().noneMatch(name::matches))
          .isEmpty();
    }
  }

  @Test
  void noLibraryIsOlderThanItsAdvisoriesAllow() throws IOException {
    for (var jar : List.of(APP, SANDBOX)) {
      assertThat(Advisories.read().forbidden(files(jar))).isEmpty();
    }
  }

  @Test
  void appJarListsItsPartsUnlessItWasBuiltOffline() throws IOException {
    try (JarFile file = new JarFile(APP.toFile())) {
      assumeThat(file.getEntry(PARTS)).isNotNull();
      var listed = new ObjectMapper().readTree(file.getInputStream(file.getEntry(PARTS)));
      assertThat(listed.path("bomFormat").asText()).isEqualTo("CycloneDX");
      var parts =
          StreamSupport.stream(listed.path("components").spliterator(), false)
              .map(part -> part.path("name").asText() + "-" + part.path("version").asText())
              .toList();
      assertThat(files(APP))
          .map(name -> name.replaceFirst("^(com\\.sun\\.xml\\.bind|org\\.glassfish\\.jaxb)-", ""))
          .map(name -> name.replaceFirst("(-classes|-scala-shaded|-linux-x86_64)?\\.jar$", ""))
          .filteredOn(name -> !name.startsWith("spring-boot-jarmode-tools-"))
          .isSubsetOf(parts);
    }
  }

  /** Name patterns from the first column of the table of libraries. */
  private static List<String> listedLibraries() throws IOException {
    return Files.readAllLines(LICENCES).stream()
        .takeWhile(line -> !line.startsWith("## Parts inside"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
        .map(name -> name.group(1).replace(".", "\\.").replace("*", ".*"))
        .toList();
  }

  private static List<String> libraries(Path jar) throws IOException {
    return files(jar).stream().map(name -> name.replaceFirst("(.+?)-\\d.*\\.jar", "$1")).toList();
  }

  private static List<String> files(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
          .map(name -> name.substring("BOOT-INF/lib/".length()))
          .toList();
    }
  }

  private static String started(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Start-Class");
    }
  }

  /** The jar's entries other than libraries and the loader. */
  private static List<String> ours(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("BOOT-INF/classes/"))
          .map(name -> name.substring("BOOT-INF/classes/".length()))
          .toList();
    }
  }
}
