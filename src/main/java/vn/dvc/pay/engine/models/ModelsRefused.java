package vn.dvc.pay.engine.models;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.dvc.pay.engine.wiring.ModelFault;

/** The models do not fit the program. */
public class ModelsRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ModelFault> faults;

  public ModelsRefused(List<ModelFault> faults) {
    super("The models do not fit the program:\n" + FaultReport.of(faults));
    this.faults = faults;
  }

  public List<ModelFault> faults() {
    return faults;
  }

  /** Says so at start, without a stack (registered in spring.factories). */
  static class Explained extends AbstractFailureAnalyzer<ModelsRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelsRefused cause) {
      return new FailureAnalysis(FaultReport.of(cause.faults()), FaultReport.afterwards(), cause);
    }
  }
}
