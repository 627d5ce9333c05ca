package vn.dvc.pay.engine.wiring.flow;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/**
 * What a step finds and what an event says is read by somebody, in words that somebody knows. Under
 * a misspelt name the gateways would go by what an earlier step found.
 */
class ResultsRule implements Rule {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern LITERAL = Pattern.compile("'[^']*'");
  private static final Pattern NAME = Pattern.compile("\\w+");

  private final StepBeans steps;

  ResultsRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var process : model.root().children("process")) {
      var read = read(process);
      for (var step : process.all("*")) {
        var result = step.camunda("resultVariable");
        if (!result.isEmpty() && !read.contains(result)) {
          faults.add(model.file(), step.id(), "result-unread", result);
        }
      }
      for (var output : process.all("outputParameter")) {
        if (!read.contains(output.get("name"))) {
          faults.add(model.file(), output.place(), "result-unread", output.get("name"));
        } else if (!output.text().contains("${") && !words(process).contains(output.text())) {
          faults.add(model.file(), output.place(), "word-unknown", output.text(), words(process));
        }
      }
    }
  }

  /** Every name in a condition, an expression or the parameters of a call to the outside. */
  private Set<String> read(Node process) {
    Set<String> read = new TreeSet<>();
    for (var node : process.all("*")) {
      for (var text : VariablesRule.texts(node)) {
        var expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
          var plain = LITERAL.matcher(expressions.group(1)).replaceAll("");
          NAME.matcher(plain).results().forEach(name -> read.add(name.group()));
        }
      }
      steps
          .call(process.id(), node.id())
          .ifPresent(
              call -> {
                for (var parameter : call.getParameters()) {
                  read.add(parameter.getName());
                }
              });
    }
    return read;
  }

  private Set<String> words(Node process) {
    Set<String> words = new TreeSet<>();
    for (var flow : process.all("sequenceFlow")) {
      if (!flow.children("conditionExpression").isEmpty()) {
        Condition.of(flow).ifPresent(condition -> words.addAll(condition.words()));
      }
    }
    for (var step : steps.methods(StepBeans.beanOf(process.id()))) {
      var verdicts = step.getAnnotation(Verdicts.class);
      if (verdicts != null) {
        words.addAll(Set.of(verdicts.value()));
      }
    }
    return words;
  }
}
