package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.dvc.pay.values.Json;

/** All models together, so that a rule can refer from one file to another. */
public class Models {
  private final List<Model> processes = new ArrayList<>();
  private final List<Model> tables = new ArrayList<>();
  private final Map<String, Form> forms = new HashMap<>();

  static Models read(Map<String, byte[]> files, ModelFaults faults) {
    Models models = new Models();
    files.forEach(
        (file, bytes) -> {
          try {
            models.add(file, bytes);
          } catch (Exception e) {
            faults.add(file, "", "unreadable", String.valueOf(e.getMessage()));
          }
        });
    return models;
  }

  private void add(String file, byte[] bytes) throws Exception {
    if (file.endsWith(".bpmn")) {
      processes.add(Model.read(file, bytes));
    } else if (file.endsWith(".dmn")) {
      tables.add(Model.read(file, bytes));
    } else {
      var form = new Form(file, Json.readFile(bytes));
      forms.put(form.id(), form);
    }
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

  public List<Model> tables() {
    return tables;
  }

  Set<String> decisions() {
    Set<String> decisions = new TreeSet<>();
    tables.forEach(table -> table.root().all("decision").forEach(d -> decisions.add(d.id())));
    return decisions;
  }

  public Map<String, Form> forms() {
    return forms;
  }
}
