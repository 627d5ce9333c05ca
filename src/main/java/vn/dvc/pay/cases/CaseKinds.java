package vn.dvc.pay.cases;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of case that the rooms above contributed; pages read what they may offer. */
@Component
public class CaseKinds {
  private final Map<String, CaseKind> byName;

  CaseKinds(List<CaseKind> kinds) {
    byName =
        kinds.stream().collect(Collectors.toUnmodifiableMap(CaseKind::name, Function.identity()));
  }

  /**
   * @throws IllegalArgumentException where no room contributed such a kind
   */
  public CaseKind named(String kind) {
    var found = byName.get(kind);
    if (found == null) {
      throw new IllegalArgumentException(
          "No room contributed the case kind " + kind + "; known: " + byName.keySet());
    }
    return found;
  }
}
