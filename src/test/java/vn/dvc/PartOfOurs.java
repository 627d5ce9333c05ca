package vn.dvc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** What a jar of Maven's local repository says of itself. */
final class PartOfOurs {
  private static final Pattern TEXT =
      Pattern.compile("(?i)([^/]+/){0,2}(licen[sc]e|copying|about)[^/]*(?<!\\.class)");

  private PartOfOurs() {}

  static Set<Licence> licences(Path jar) throws IOException {
    var said = EnumSet.noneOf(Licence.class);
    try (var file = new JarFile(jar.toFile())) {
      var manifest = file.getManifest();
      if (manifest != null) {
        said.addAll(Licence.in(manifest.getMainAttributes().entrySet().toString()));
      }
      for (var entry : file.stream().filter(it -> TEXT.matcher(it.getName()).matches()).toList()) {
        try (var text = file.getInputStream(entry)) {
          said.addAll(Licence.in(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        }
      }
    }
    said.addAll(Licence.in(licences(jar.getParent(), pom(jar.getParent()))));
    return said;
  }

  private static Path pom(Path version) {
    return version.resolve(
        version.getParent().getFileName() + "-" + version.getFileName() + ".pom");
  }

  /** The text of the POM's licences, or of the nearest parent's that has some. */
  private static String licences(Path folder, Path pom) throws IOException {
    if (!Files.exists(pom)) {
      return "";
    }
    var project = root(pom);
    var licences = child(project, "licenses");
    var parent = child(project, "parent");
    if (licences != null || parent == null) {
      return licences == null ? "" : licences.getTextContent();
    }
    var group = text(child(project, "groupId") == null ? parent : project, "groupId");
    var repository = folder.getParent().getParent();
    for (int depth = group.split("\\.").length; depth > 0; depth--) {
      repository = repository.getParent();
    }
    var above =
        repository
            .resolve(text(parent, "groupId").replace('.', '/'))
            .resolve(text(parent, "artifactId"))
            .resolve(text(parent, "version"));
    return licences(above, pom(above));
  }

  private static Element root(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getDocumentElement();
    } catch (Exception unreadable) {
      throw new IOException(pom + " cannot be read", unreadable);
    }
  }

  private static String text(Element of, String name) {
    return child(of, name).getTextContent().strip();
  }

  private static Element child(Element of, String name) {
    for (var it = of.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (it instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }
}
