package vn.dvc.pay.operations.handbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The handbooks as HTML. What they link to outside of the handbooks is no page of ours. */
@Component
class Handbooks {
  static final List<String> NAMES = List.of("officer", "supervisor", "operator", "analyst");

  private final Parser parser;
  private final HtmlRenderer renderer;
  private final Map<String, String> read = new ConcurrentHashMap<>();

  Handbooks() {
    var tables = List.of(TablesExtension.create());
    parser = Parser.builder().extensions(tables).build();
    renderer =
        HtmlRenderer.builder()
            .extensions(tables)
            .escapeHtml(true)
            .attributeProviderFactory(context -> Handbooks::link)
            .build();
  }

  String html(String name) {
    return read.computeIfAbsent(name, this::render);
  }

  private String render(String name) {
    try {
      var text = new ClassPathResource("handbook/" + name + ".md").getContentAsString(UTF_8);
      return renderer.render(parser.parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link link) {
      var name = link.getDestination().replaceAll("\\.md$", "");
      if (NAMES.contains(name)) {
        attributes.put("href", name);
      } else if (!link.getDestination().startsWith("#")) {
        attributes.remove("href");
      }
    }
  }
}
