package vn.dvc.proof.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The phone of all card holders: knows the newest code for a payment. */
final class Phone {
  private static final long REST_NANOS = 400_000_000;
  private static final Pattern PAYMENT = Pattern.compile("P[0-9A-F]{32}");

  private final LoadCaller sandbox;
  private Map<String, String> codes = Map.of();
  private long looked;

  Phone(String sandboxUrl) {
    this.sandbox = LoadCaller.anybody(sandboxUrl);
  }

  /** The newest code; null if none has arrived yet. */
  synchronized String codeFor(String payment) {
    if (System.nanoTime() - looked > REST_NANOS) {
      look();
    }
    return codes.get(payment);
  }

  /** Every code that was ever sent. */
  synchronized List<String> all() {
    look();
    return List.copyOf(codes.values());
  }

  private void look() {
    var newestFirst = sandbox.get("/sandbox/sms");
    if (!newestFirst.ok()) {
      return;
    }
    var found = new HashMap<String, String>();
    for (var sms : newestFirst.body()) {
      var named = PAYMENT.matcher(sms.path("text").asText());
      if (named.find()) {
        found.putIfAbsent(named.group(), sms.path("otp").asText());
      }
    }
    codes = found;
    looked = System.nanoTime();
  }
}
