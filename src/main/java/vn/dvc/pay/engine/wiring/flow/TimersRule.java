package vn.dvc.pay.engine.wiring.flow;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/** Each timer has a time that the engine can read, or asks a step for it. */
class TimersRule implements Rule {
  private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(.*\\)}");
  private static final List<String> TIMES = List.of("timeDate", "timeDuration", "timeCycle");

  private final StepBeans steps;

  TimersRule(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (var timer : model.root().all("timerEventDefinition")) {
      var times = TIMES.stream().flatMap(tag -> timer.children(tag).stream()).toList();
      var event = timer.parent().map(Node::id).orElse("");
      if (times.size() != 1) {
        faults.add(model.file(), event, "timer-times", times.size());
      }
      times.forEach(time -> time(model, event, time.tag(), time.text(), faults));
    }
    for (var task : model.root().all("userTask")) {
      if (!task.camunda("dueDate").isEmpty()) {
        time(model, task.id(), "timeDate", task.camunda("dueDate"), faults);
      }
    }
    for (var retries : model.root().all("failedJobRetryTimeCycle")) {
      if (!isJob(retries)) {
        faults.add(model.file(), retries.place(), "retries-nothing");
      }
      var pauses = retries.text().split(",");
      if (pauses.length > 1) {
        for (var pause : pauses) {
          time(model, retries.place(), "timeDuration", pause.strip(), faults);
        }
      } else {
        time(model, retries.place(), "timeCycle", retries.text(), faults);
      }
    }
  }

  /** The engine repeats jobs only: what begins asynchronously, and timers. */
  private static boolean isJob(Node retries) {
    return retries
        .parent()
        .flatMap(Node::parent)
        .filter(
            step ->
                step.camunda("asyncBefore").equals("true")
                    || !step.children("timerEventDefinition").isEmpty())
        .isPresent();
  }

  private void time(Model model, String place, String kind, String text, ModelFaults faults) {
    if (text.contains("${")) {
      if (!isDateOfAStep(text)) {
        faults.add(model.file(), place, "timer-expression", text);
      }
      return;
    }
    boolean readable =
        switch (kind) {
          case "timeDate" -> isDate(text);
          case "timeDuration" -> isDuration(text);
          default -> isCycle(text);
        };
    if (!readable) {
      faults.add(model.file(), place, "timer-" + kind, text);
    }
  }

  /** A step that returns a verdict does something; a date must be asked for without effects. */
  private boolean isDateOfAStep(String text) {
    var call = CALL.matcher(text);
    return call.matches()
        && steps.methods(call.group(1)).stream()
            .filter(method -> method.getName().equals(call.group(2)))
            .allMatch(
                method ->
                    method.getReturnType() == String.class
                        && !method.isAnnotationPresent(Verdicts.class));
  }

  private static boolean isDate(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException noDate) {
      return false;
    }
  }

  private static boolean isDuration(String text) {
    try {
      return DatatypeFactory.newInstance().newDuration(text).getSign() > 0;
    } catch (DatatypeConfigurationException | IllegalArgumentException noDuration) {
      return false;
    }
  }

  private static boolean isCycle(String text) {
    var parts = text.split("/", -1);
    return parts.length == 2 && parts[0].matches("R\\d*") && isDuration(parts[1]);
  }
}
