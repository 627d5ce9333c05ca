package vn.dvc.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.dvc.scenario.JsonClient;
import vn.dvc.scenario.Seal.Card;

/** Pays, one payment after the other, and notes how long each stage took. */
final class Payer {
  private static final int PATIENCE_SECONDS = 120;

  /** How long an OTP is typed; whoever takes long enough needs but one look, and one is counted. */
  static final int TYPING_MILLIS = Integer.getInteger("bench.typing", 150);

  private final PortalApi api;
  private final Phone phone;
  private final JsonClient cashier;
  private final PortalInbox portal;

  Payer(PortalApi api, Phone phone, JsonClient cashier, PortalInbox portal) {
    this.api = api;
    this.phone = phone;
    this.cashier = cashier;
    this.portal = portal;
  }

  /**
   * @param intended when this payer was to arrive
   * @param looks counts each look whether the OTP may be entered
   */
  void pay(Job.Method method, String bank, Instant intended, Latencies times, AtomicLong looks)
      throws InterruptedException {
    var owed = api.putDossier(method);
    var started = Instant.now();
    var payment = api.start(method, owed);
    times.took(Stage.STARTED, intended, Instant.now());
    var id = payment.path("id").asText();
    var lastAct =
        switch (method) {
          case CARD -> byCard(payment, PayersCards.of(bank, owed.number()), times, looks);
          case ACCOUNT -> started;
          case COUNTER -> atCounter(payment);
        };
    var end = portal.end(id, PATIENCE_SECONDS);
    if (!end.status().equals("paid")) {
      throw new IllegalStateException(id + " is " + end.status());
    }
    times.took(Stage.PAID, lastAct, end.at());
    times.took(Stage.TOLD, lastAct, end.told());
  }

  private Instant byCard(JsonNode started, Card card, Latencies times, AtomicLong looks)
      throws InterruptedException {
    var id = started.path("id").asText();
    var entered = Instant.now();
    api.enterCard(id, card, started.path("challenge").asText());
    var otp = phone.codeFor(id, PATIENCE_SECONDS);
    var waiting = onceOtpIsAwaited(id, looks);
    for (var change : waiting.path("history")) {
      if (change.path("status").asText().equals("waiting_for_otp")) {
        times.took(Stage.OTP_ASKED, entered, Instant.parse(change.path("at").asText()));
      }
    }
    var lastAct = Instant.now();
    api.enterOtp(id, card.bank(), otp, waiting.path("challenge").asText());
    return lastAct;
  }

  private JsonNode onceOtpIsAwaited(String id, AtomicLong looks) throws InterruptedException {
    var until = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (Instant.now().isBefore(until)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TYPING_MILLIS));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      looks.incrementAndGet();
      var seen = api.look(id);
      if (seen.path("status").asText().equals("waiting_for_otp")) {
        return seen;
      }
    }
    throw new IllegalStateException("No OTP is awaited for " + id);
  }

  private Instant atCounter(JsonNode started) {
    var lastAct = Instant.now();
    PortalApi.taken(
        cashier.post(
            "/sandbox/cashier/collections",
            Map.of(
                "code", started.path("instruction").path("code").asText(),
                "amount", started.path("amount").asLong())));
    return lastAct;
  }
}
