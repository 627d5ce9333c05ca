package vn.dvc.pay.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe finds on a page against WCAG 2.2 A and AA, contrast included. */
public final class Axe {
  private static final String SCRIPT = script();
  private static final String JUDGE =
      """
      async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))
        .violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + ': ' + node.html.slice(0, 120) + ' ' + node.any.map(it => it.message).join(' ')))
      """;

  private Axe() {}

  public static List<String> faults(Page page) {
    page.evaluate(SCRIPT);
    return ((List<?>) page.evaluate(JUDGE)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (var script = Page.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
