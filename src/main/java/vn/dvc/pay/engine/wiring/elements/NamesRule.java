package vn.dvc.pay.engine.wiring.elements;

import java.util.regex.Pattern;
import vn.dvc.pay.engine.wiring.HistoryTime;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;
import vn.dvc.pay.engine.wiring.Tags;

/** Analysts read names and sentences; searches and history rely on ids that people chose. */
class NamesRule implements Rule {
  private static final Pattern GENERATED = Pattern.compile("[A-Za-z]+_[0-9a-z]{7,}");

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (Node node : model.root().all(Tags.NODES)) {
      if (node.get("name").isBlank()) {
        faults.add(model.file(), node.place(), "no-name");
      }
      if (node.children("documentation").stream().allMatch(d -> d.text().isEmpty())) {
        faults.add(model.file(), node.place(), "no-documentation");
      }
    }
    for (Node node : model.root().all(Tags.WITH_IDS)) {
      if (GENERATED.matcher(node.id()).matches()) {
        faults.add(model.file(), node.id(), "generated-id");
      }
    }
    for (Node process : model.root().children("process")) {
      if (!model.file().endsWith(process.id() + ".bpmn")) {
        faults.add(model.file(), process.id(), "other-file");
      }
      HistoryTime.check(model.file(), process, faults);
    }
  }
}
