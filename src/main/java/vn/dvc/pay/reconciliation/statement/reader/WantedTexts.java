package vn.dvc.pay.reconciliation.statement.reader;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of an element are wanted, as a tree of the names that lead to them: whatever is not
 * in it can be read over as a whole.
 */
final class WantedTexts {
  private static final String CURRENCY = "@Ccy";

  private final Map<String, WantedTexts> children = new HashMap<>();
  private @Nullable String path;
  private @Nullable String currencyPath;

  private WantedTexts() {}

  /**
   * @param paths such as {@code Bal/Amt}, for the attribute {@code Bal/Amt@Ccy}
   */
  static WantedTexts of(String... paths) {
    var root = new WantedTexts();
    for (var path : paths) {
      var isCurrency = path.endsWith(CURRENCY);
      var element = isCurrency ? path.substring(0, path.length() - CURRENCY.length()) : path;
      var at = root;
      for (var name : element.split("/")) {
        at = at.children.computeIfAbsent(name, none -> new WantedTexts());
      }
      if (isCurrency) {
        at.currencyPath = path;
      } else {
        at.path = path;
      }
    }
    return root;
  }

  /** What is wanted of the child of this name, null if nothing is. */
  @Nullable WantedTexts child(String name) {
    return children.get(name);
  }

  /** Where the element's own text belongs, null if it is not wanted. */
  @Nullable String path() {
    return path;
  }

  /** Where the element's currency belongs, null if it is not wanted. */
  @Nullable String currencyPath() {
    return currencyPath;
  }
}
