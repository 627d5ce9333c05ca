package vn.dvc.pay.engine.wiring.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/**
 * A gateway waits for words that can arrive there. A misspelt one would take the default flow for
 * ever, and nobody would notice.
 */
class WordsRule implements Rule {
  private final StepBeans steps;

  WordsRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var process : model.root().children("process")) {
      var graph = new Graph(process);
      Map<String, Words> words = new HashMap<>();
      for (var gateway : process.all("exclusiveGateway")) {
        Map<String, Set<String>> taken = new HashMap<>();
        for (var flow : graph.outgoing(gateway)) {
          if (flow.children("conditionExpression").isEmpty()) {
            continue;
          }
          var condition = Condition.of(flow);
          if (condition.isEmpty()) {
            faults.add(
                model.file(),
                flow.id(),
                "condition-unreadable",
                flow.children("conditionExpression").get(0).text());
            continue;
          }
          var arriving =
              words
                  .computeIfAbsent(
                      condition.get().variable(), name -> new Words(graph, steps, all, name))
                  .at(gateway);
          var before =
              taken.computeIfAbsent(condition.get().variable(), name -> new HashSet<String>());
          compare(model, flow, condition.get(), arriving, before, faults);
        }
      }
    }
  }

  private static void compare(
      Model model,
      Node flow,
      Condition condition,
      Set<String> arriving,
      Set<String> taken,
      ModelFaults faults) {
    if (arriving.contains(Words.UNSET)) {
      faults.add(model.file(), flow.id(), "never-set", condition.variable());
    }
    for (var word : condition.words()) {
      if (!taken.add(word)) {
        faults.add(model.file(), flow.id(), "word-twice", word);
      } else if (!arriving.contains(word) && !arriving.contains(Words.ANY) && !arriving.isEmpty()) {
        faults.add(model.file(), flow.id(), "word-never", word, new TreeSet<>(arriving));
      }
    }
  }
}
