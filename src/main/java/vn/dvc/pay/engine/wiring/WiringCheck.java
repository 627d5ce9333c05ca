package vn.dvc.pay.engine.wiring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.worker.ServedParties;

/**
 * Checks that models and program fit together, which no compiler does. Runs before models are
 * deployed, at start-up and in tests, and whenever an analyst asks for it.
 */
@Component
public class WiringCheck {
  private final StepBeans steps;
  private final ServedParties parties;
  private final List<Rules> further;
  private volatile Models before = new Models();

  WiringCheck(StepBeans steps, ServedParties parties, List<Rules> further) {
    this.steps = steps;
    this.parties = parties;
    this.further = further;
  }

  /** The faults, a sentence of English each; empty if there are none. */
  public List<String> faults(Map<String, byte[]> files) {
    return check(files).stream().map(fault -> fault.sentence(Locale.ENGLISH)).toList();
  }

  /** The faults in the order of the files; empty if there are none. */
  public List<ModelFault> check(Map<String, byte[]> files) {
    ModelFaults faults = new ModelFaults();
    Models all = Models.read(files, before, faults);
    before = all;
    Set<String> used = new TreeSet<>();
    List<Rule> rules =
        List.of(
            new VocabularyRule(),
            new CallsRule(steps, parties.all(), used),
            new ExpressionsRule(steps, used),
            new ReferencesRule(),
            new RoomsRule(steps),
            new FlowRule(),
            new ForbiddenRule(),
            new NamesRule());
    schema(all.processes(), faults);
    schema(all.tables(), faults);
    for (Model model : all.processes()) {
      rules.forEach(rule -> rule.check(model, all, faults));
    }
    unused(all, used, faults);
    further.forEach(more -> more.check(all, faults));
    return faults.all();
  }

  /** Step beans that belong to no model. */
  public Set<String> beansWithoutModel(Map<String, byte[]> files) {
    Set<String> beans = new TreeSet<>(steps.names());
    processes(Models.read(files, before, new ModelFaults())).keySet().forEach(beans::remove);
    return beans;
  }

  private static void schema(List<Model> models, ModelFaults faults) {
    models.forEach(
        model ->
            model
                .schemaFault()
                .ifPresent(reason -> faults.add(model.file(), "", "schema", reason)));
  }

  private void unused(Models all, Set<String> used, ModelFaults faults) {
    processes(all)
        .forEach(
            (bean, file) ->
                steps.methods(bean).stream()
                    .map(method -> bean + "." + method.getName())
                    .filter(method -> !used.contains(method))
                    .forEach(m -> faults.add(file, "", "unused", m)));
  }

  private static Map<String, String> processes(Models all) {
    return all.processes().stream()
        .flatMap(
            model ->
                model.root().children("process").stream()
                    .map(process -> Map.entry(StepBeans.beanOf(process.id()), model.file())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }
}
