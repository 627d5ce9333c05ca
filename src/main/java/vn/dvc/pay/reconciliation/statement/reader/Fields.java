package vn.dvc.pay.reconciliation.statement.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * The few texts that we want of an element, by their path. Everything else is read over, however
 * much there is of it.
 */
final class Fields {
  /** Longer than any text of the standard that we want. */
  private static final int MAX_TEXT = 600;

  private static final int MAX_REPEATED = 20;

  private final Set<String> wanted;
  private final Map<String, List<String>> texts = new HashMap<>();

  /**
   * @param wanted paths such as {@code Bal/Amt}, for an attribute {@code Bal/Amt@Ccy}
   */
  Fields(Set<String> wanted) {
    this.wanted = wanted;
  }

  /** Reads the current element; afterwards the cursor is at its end. */
  Fields take(XmlCursor at) throws StatementRefused {
    var path = new StringBuilder();
    var text = new StringBuilder();
    var outside = at.depth() - 1;
    enter(at, path);
    var isLeaf = true;
    while (at.depth() > outside) {
      switch (at.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.append('/');
          enter(at, path);
          text.setLength(0);
          isLeaf = true;
        }
        case XMLStreamConstants.CHARACTERS -> at.appendTo(text, MAX_TEXT);
        case XMLStreamConstants.END_ELEMENT -> {
          if (isLeaf) {
            add(path.toString(), text);
          }
          path.setLength(Math.max(0, path.lastIndexOf("/")));
          isLeaf = false;
        }
        default -> throw new StatementRefused("statement-malformed", "not well-formed");
      }
    }
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

  private void enter(XmlCursor at, StringBuilder path) {
    path.append(at.name());
    var currency = at.attribute("Ccy");
    if (currency != null) {
      add(path + "@Ccy", currency);
    }
  }

  private void add(String path, CharSequence text) {
    if (!wanted.contains(path)) {
      return;
    }
    var stripped = text.toString().strip();
    if (!stripped.isEmpty()) {
      var all = texts.computeIfAbsent(path, none -> new ArrayList<>(1));
      if (all.size() < MAX_REPEATED) {
        all.add(stripped);
      }
    }
  }
}
