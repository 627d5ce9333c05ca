package vn.dvc.pay.engine.models;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.dvc.pay.engine.wiring.ModelFault;

/** The faults as an analyst reads them: by file, each with its place, its fault and its remedy. */
public final class FaultReport {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private FaultReport() {}

  public static String of(List<ModelFault> faults) {
    var text = new StringBuilder();
    var file = "";
    var sorted = faults.stream().sorted(java.util.Comparator.comparing(ModelFault::file)).toList();
    for (var fault : sorted) {
      if (!fault.file().equals(file)) {
        file = fault.file();
        text.append(file).append('\n');
      }
      text.append("  ").append(fault.place().isEmpty() ? "*" : fault.place()).append(": ");
      text.append(fault.what(VIETNAMESE)).append('\n');
      text.append("      → ").append(fault.remedy(VIETNAMESE)).append('\n');
    }
    return text.toString();
  }

  static String afterwards() {
    return ResourceBundle.getBundle("messages/models", Locale.ROOT).getString("afterwards");
  }
}
