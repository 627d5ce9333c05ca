package vn.dvc.pay.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of case that modules contribute, for pages to read the decisions on offer. */
@Component
public class CaseKinds {
  private final Map<String, CaseKind> byName;

  CaseKinds(List<CaseKind> kinds) {
    byName =
        kinds.stream().collect(Collectors.toUnmodifiableMap(CaseKind::name, Function.identity()));
  }

  public Set<String> names() {
    return byName.keySet();
  }

  /**
   * @throws IllegalArgumentException if no module contributes such a kind
   */
  public CaseKind named(String kind) {
    var found = byName.get(kind);
    if (found == null) {
      throw new IllegalArgumentException(
          "Unknown case kind " + kind + "; known: " + byName.keySet());
    }
    return found;
  }
}
