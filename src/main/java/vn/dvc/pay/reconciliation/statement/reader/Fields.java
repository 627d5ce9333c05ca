package vn.dvc.pay.reconciliation.statement.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/**
 * The few texts that we want of an element, by their path. Everything else is read over, however
 * much there is of it.
 */
final class Fields {
  /** Longer than any text of the standard that we want. */
  private static final int MAX_TEXT = 600;

  private static final int MAX_REPEATED = 20;

  private final WantedTexts wanted;
  private final Map<String, List<String>> texts = new HashMap<>();

  Fields(WantedTexts wanted) {
    this.wanted = wanted;
  }

  /** Reads the current element; afterwards the cursor is at its end. */
  Fields take(XmlCursor at) throws StatementRefused {
    take(at, wanted.child(at.name()));
    return this;
  }

  /** The first text there, null if there is none. */
  @Nullable String first(String path) {
    var found = texts.get(path);
    return found == null ? null : found.get(0);
  }

  /** The first text that one of these paths has, null if none has. */
  @Nullable String firstOf(String... paths) {
    for (var path : paths) {
      var found = first(path);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  List<String> all(String path) {
    return texts.getOrDefault(path, List.of());
  }

  private void take(XmlCursor at, @Nullable WantedTexts element) throws StatementRefused {
    if (element == null) {
      at.skip();
      return;
    }
    if (element.currencyPath() != null) {
      add(element.currencyPath(), at.attribute("Ccy"));
    }
    var text = new StringBuilder();
    var isLeaf = true;
    while (true) {
      switch (at.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          take(at, element.child(at.name()));
          isLeaf = false;
        }
        case XMLStreamConstants.CHARACTERS -> at.appendTo(text, MAX_TEXT);
        case XMLStreamConstants.END_ELEMENT -> {
          if (isLeaf && element.path() != null) {
            add(element.path(), text.toString());
          }
          return;
        }
        default -> throw new StatementRefused("statement-malformed", "not well-formed");
      }
    }
  }

  private void add(String path, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    var all = texts.computeIfAbsent(path, none -> new ArrayList<>(1));
    if (all.size() < MAX_REPEATED) {
      all.add(text.strip());
    }
  }
}
