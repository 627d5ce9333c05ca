package vn.dvc.pay.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models, tables and forms in the folder {@code processes}, by their relative names. If there
 * is no such folder, as beside a jar, those on the class path.
 */
@Component
public class ModelFiles {

  private final Path folder;

  ModelFiles(@Value("${dvc.models:./processes}") String folder) {
    this.folder = Path.of(folder);
  }

  /** Names and contents, sorted by name. */
  public Map<String, byte[]> read() {
    try {
      return Files.isDirectory(folder) ? fromFolder() : fromClassPath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the models", e);
    }
  }

  private Map<String, byte[]> fromFolder() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    Map<String, byte[]> models = new TreeMap<>();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (isModel(name)) {
        models.put(name, Files.readAllBytes(file));
      }
    }
    return models;
  }

  private Map<String, byte[]> fromClassPath() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    Map<String, byte[]> models = new TreeMap<>();
    for (Resource resource : resolver.getResources("classpath*:processes/**/*.*")) {
      String url = URLDecoder.decode(resource.getURL().toString(), StandardCharsets.UTF_8);
      String name = url.substring(url.lastIndexOf("/processes/") + "/processes/".length());
      if (isModel(name)) {
        models.put(name, resource.getContentAsByteArray());
      }
    }
    return models;
  }

  private static boolean isModel(String name) {
    return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
  }
}
