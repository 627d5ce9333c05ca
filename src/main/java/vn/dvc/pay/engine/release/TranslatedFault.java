package vn.dvc.pay.engine.release;

import java.util.Locale;
import vn.dvc.pay.engine.wiring.ModelFault;

/** One fault that the check of models found, in the reader's language. */
public record TranslatedFault(String file, String place, String what, String remedy) {

  static TranslatedFault of(ModelFault fault, Locale language) {
    return new TranslatedFault(
        fault.file(), fault.place(), fault.what(language), fault.remedy(language));
  }
}
