package vn.dvc.pay.engine.wiring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.steps.StepBeans;

/**
 * Checks that models and program fit together, which no compiler does. Runs before models are
 * deployed, at start-up and in tests, and whenever an analyst asks for it.
 */
@Component
public class WiringCheck {
  private final StepBeans steps;
  private final List<Rules> rules;
  private volatile Models before = new Models();

  WiringCheck(StepBeans steps, List<Rules> rules) {
    this.steps = steps;
    this.rules = rules;
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
    schema(all.processes(), faults);
    schema(all.tables(), faults);
    rules.forEach(more -> more.check(all, faults));
    return faults.all();
  }

  /** Step beans that belong to no model. */
  public Set<String> beansWithoutModel(Map<String, byte[]> files) {
    Set<String> beans = new TreeSet<>(steps.names());
    beans.removeAll(Models.read(files, before, new ModelFaults()).stepBeans().keySet());
    return beans;
  }

  private static void schema(List<Model> models, ModelFaults faults) {
    models.forEach(
        model ->
            model
                .schemaFault()
                .ifPresent(reason -> faults.add(model.file(), "", "schema", reason)));
  }
}
