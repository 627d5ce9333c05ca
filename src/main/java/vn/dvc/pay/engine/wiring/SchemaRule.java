package vn.dvc.pay.engine.wiring;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;

/** The file is BPMN by the standard's own schema, with no id twice. */
class SchemaRule implements Rule {
  private final Map<String, byte[]> files;

  SchemaRule(Map<String, byte[]> files) {
    this.files = files;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    try {
      Bpmn.readModelFromStream(new ByteArrayInputStream(files.get(model.file())));
    } catch (ModelException invalid) {
      faults.add(model.file(), "", "schema", reason(invalid));
    }
  }

  private static String reason(Throwable invalid) {
    var deepest = invalid;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }
}
