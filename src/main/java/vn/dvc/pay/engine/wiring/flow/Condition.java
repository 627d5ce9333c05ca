package vn.dvc.pay.engine.wiring.flow;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.wiring.Node;

/** A condition of a flow: a variable that has one of these words. */
record Condition(String variable, Set<String> words) {
  private static final Pattern WHOLE = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*");

  /** Empty if the flow's condition says anything else. */
  static Optional<Condition> of(Node flow) {
    var whole = WHOLE.matcher(flow.children("conditionExpression").get(0).text());
    if (!whole.matches()) {
      return Optional.empty();
    }
    var variables = new TreeSet<String>();
    var words = new TreeSet<String>();
    for (var part : whole.group(1).split("\\|\\|", -1)) {
      var one = PART.matcher(part);
      if (!one.matches() || !words.add(one.group(2))) {
        return Optional.empty();
      }
      variables.add(one.group(1));
    }
    return variables.size() == 1
        ? Optional.of(new Condition(variables.first(), words))
        : Optional.empty();
  }
}
