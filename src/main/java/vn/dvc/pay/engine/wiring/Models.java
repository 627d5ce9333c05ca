package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.values.Json;

/** All models together, so that a rule can refer from one file to another. */
public class Models {
  private final List<Model> processes = new ArrayList<>();
  private final List<Model> tables = new ArrayList<>();
  private final Map<String, Form> forms = new HashMap<>();

  /**
   * @param before read before; a file that did not change since is not read again
   */
  static Models read(Map<String, byte[]> files, Models before, ModelFaults faults) {
    Models models = new Models();
    files.forEach(
        (file, bytes) -> {
          try {
            models.add(file, bytes, before);
          } catch (Exception e) {
            faults.add(file, "", "unreadable", String.valueOf(e.getMessage()));
          }
        });
    return models;
  }

  private void add(String file, byte[] bytes, Models before) throws Exception {
    if (file.endsWith(".bpmn")) {
      processes.add(model(file, bytes, before.processes));
    } else if (file.endsWith(".dmn")) {
      tables.add(model(file, bytes, before.tables));
    } else {
      var form = new Form(file, Json.readFile(bytes));
      forms.put(form.id(), form);
    }
  }

  private static Model model(String file, byte[] bytes, List<Model> before) throws Exception {
    for (var model : before) {
      if (model.file().equals(file) && model.isOf(bytes)) {
        return model;
      }
    }
    return Model.read(file, bytes);
  }

  public List<Model> processes() {
    return processes;
  }

  public Optional<Node> process(String id) {
    return processes.stream()
        .flatMap(model -> model.root().children("process").stream())
        .filter(process -> process.id().equals(id))
        .findFirst();
  }

  /** The file of each process, by the bean that has its steps. */
  public Map<String, String> stepBeans() {
    return processes.stream()
        .flatMap(
            model ->
                model.root().children("process").stream()
                    .map(process -> Map.entry(StepBeans.beanOf(process.id()), model.file())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
  }

  public List<Model> tables() {
    return tables;
  }

  public Set<String> decisions() {
    Set<String> decisions = new TreeSet<>();
    tables.forEach(table -> table.root().all("decision").forEach(d -> decisions.add(d.id())));
    return decisions;
  }

  public Map<String, Form> forms() {
    return forms;
  }
}
