package vn.dvc.pay.engine.models;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.wiring.WiringCheck;

/**
 * The models, tables and forms to be deployed, without a fault. Whatever is wrong with them is said
 * before anything else starts, even before the database is touched.
 */
@Component
public class CheckedModels {
  private final Map<String, byte[]> files;

  CheckedModels(ModelFiles files, WiringCheck wiring) {
    this.files = files.read();
    var faults = wiring.check(this.files);
    if (!faults.isEmpty()) {
      throw new ModelsRefused(faults);
    }
  }

  /** Names and contents, sorted by name. */
  public Map<String, byte[]> files() {
    return files;
  }

  /** Makes whatever needs the database wait for the check. */
  @Component
  static class First extends AbstractDependsOnBeanFactoryPostProcessor {
    First() {
      super(DataSource.class, CheckedModels.class);
    }
  }
}
