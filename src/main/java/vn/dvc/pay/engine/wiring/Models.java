package vn.dvc.pay.engine.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.dvc.pay.values.Json;

/** All models together, so that a rule can refer from one file to another. */
class Models {
  private final List<Model> processes = new ArrayList<>();
  private final Set<String> decisions = new TreeSet<>();
  private final Set<String> forms = new TreeSet<>();

  static Models read(Map<String, byte[]> files, ModelFaults faults) {
    Models models = new Models();
    files.forEach(
        (file, bytes) -> {
          try {
            models.add(file, bytes);
          } catch (Exception e) {
            faults.add(file, "", "cannot be read: " + e.getMessage());
          }
        });
    return models;
  }

  private void add(String file, byte[] bytes) throws Exception {
    if (file.endsWith(".bpmn")) {
      processes.add(Model.read(file, bytes));
    } else if (file.endsWith(".dmn")) {
      Model.read(file, bytes).root().all("decision").forEach(d -> decisions.add(d.id()));
    } else {
      forms.add(Json.readFile(bytes).path("id").asText());
    }
  }

  List<Model> processes() {
    return processes;
  }

  Optional<Node> process(String id) {
    return processes.stream()
        .flatMap(model -> model.root().children("process").stream())
        .filter(process -> process.id().equals(id))
        .findFirst();
  }

  Set<String> decisions() {
    return decisions;
  }

  Set<String> forms() {
    return forms;
  }
}
