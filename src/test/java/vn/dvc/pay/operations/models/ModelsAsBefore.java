package vn.dvc.pay.operations.models;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.release.ReleasedModels;

/** The models as they ran before a test, which the other tests are to find again. */
public record ModelsAsBefore(
    ReleasedModels models, TransactionTemplate transaction, Map<String, byte[]> files) {

  public static ModelsAsBefore of(ReleasedModels models, TransactionTemplate transaction) {
    return new ModelsAsBefore(models, transaction, models.files());
  }

  /** Deploys those that are different now. */
  public void restore() {
    var changed = new TreeMap<>(files);
    var now = models.files();
    changed.entrySet().removeIf(file -> Arrays.equals(file.getValue(), now.get(file.getKey())));
    if (!changed.isEmpty()) {
      transaction.executeWithoutResult(on -> models.deploy("restored", changed));
    }
  }
}
