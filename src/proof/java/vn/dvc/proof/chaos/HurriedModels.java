package vn.dvc.proof.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.dvc.scenario.ModelsWithoutLimits;

/**
 * The product's models with two lines of policy changed, so that abandoned cards and debits that no
 * bank accepts expire during the run, and without limits of tries: a few payers and cards pay for
 * all.
 */
final class HurriedModels {
  private static final Map<String, Integer> WINDOWS =
      Map.of("card-window", 1, "account-organisation-window", 2);

  private HurriedModels() {}

  static Path withShortWindows(Path folder) throws IOException {
    ModelsWithoutLimits.in(folder);
    var policy = folder.resolve("payment-policy.dmn");
    var text = Files.readString(policy);
    for (var window : WINDOWS.entrySet()) {
      text = shorter(text, window.getKey(), window.getValue());
    }
    Files.writeString(policy, text);
    return folder;
  }

  private static String shorter(String policy, String window, int minutes) {
    var usual = "<outputEntry id=\"" + window + "\"><text>30</text>";
    if (!policy.contains(usual)) {
      throw new IllegalStateException("payment-policy.dmn has no " + window + " of 30 minutes");
    }
    return policy.replace(usual, usual.replace("30", Integer.toString(minutes)));
  }
}
