package vn.dvc.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mock.env.MockEnvironment;

/**
 * Every setting is described in the metadata, which editors use for completion, and in the
 * documentation.
 */
@Tag("fast")
class SettingsTest {
  private static final Path METADATA =
      Path.of("target/classes/META-INF/spring-configuration-metadata.json");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path TABLE = Path.of("docs/configuration.md");

  @Test
  void eachOfOurSettingsIsDescribed() throws IOException {
    assertThat(settings().filter(it -> it.path("description").asText().isBlank()))
        .extracting(it -> it.path("name").asText())
        .isEmpty();
  }

  @Test
  void theFilesSetOnlyPropertiesThatTheMetadataDescribes() throws IOException {
    var known = settings().map(it -> it.path("name").asText()).collect(Collectors.toSet());
    assertThat(known).isNotEmpty();
    for (var file :
        List.of(
            RESOURCES.resolve("application.yaml"),
            RESOURCES.resolve("application-production.yaml"),
            RESOURCES.resolve("sandbox/sandbox.yaml"),
            RESOURCES.resolve("sandbox/portal.yaml"),
            RESOURCES.resolve("sandbox/identity.yaml"),
            Path.of("src/test/resources/application-test.yaml"))) {
      assertThat(keys(file)).as(file.toString()).isSubsetOf(known);
    }
  }

  @Test
  void theDocumentedVariablesAreThoseOfTheProductionProfile() throws IOException {
    assertThat(found("(?m)^\\| `(DVC_[A-Z_]+)`", TABLE))
        .isEqualTo(
            found("\\$\\{(DVC_[A-Z_]+)[:}]", RESOURCES.resolve("application-production.yaml")));
  }

  /** As the production profile sets it where DVC_MANAGEMENT_PORT is missing. */
  @Test
  void withoutAManagementPortHealthStaysOnTheMainPort() {
    var environment = new MockEnvironment().withProperty("management.server.port", "");
    assertThat(ManagementPortType.get(environment)).isEqualTo(ManagementPortType.SAME);
  }

  private static Stream<JsonNode> settings() throws IOException {
    var properties = new ObjectMapper().readTree(METADATA.toFile()).path("properties");
    return StreamSupport.stream(properties.spliterator(), false)
        .filter(it -> it.path("name").asText().startsWith("dvc."));
  }

  /** Our keys in the file; for a list, the key of the list itself. */
  private static Set<String> keys(Path file) {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new FileSystemResource(file));
    return yaml.getObject().stringPropertyNames().stream()
        .filter(key -> key.startsWith("dvc."))
        .map(key -> key.replaceFirst("\\[.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
