package vn.dvc.pay.web.pages.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.QrPicture;
import vn.dvc.pay.documents.VietQr;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Json;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.pages.layout.MoneyLookedAt;
import vn.dvc.pay.web.pages.layout.PageFormatter;
import vn.dvc.pay.web.pages.layout.SeeOther;
import vn.dvc.pay.web.pages.layout.TriesUsedUp;

/**
 * The one page of a payment, which always shows its current state: the status selects the step, and
 * {@code templates/payment/<step>.html} renders it.
 */
@Component
class PaymentPage {
  private static final String VIEW = "payment";
  private static final int COLLECTION_SECONDS = 30;
  private static final int APPROVAL_SECONDS = 30;

  private final Banks banks;
  private final CardDataSealer sealer;
  private final PageFormatter formatter;
  private final MoneyLookedAt lookedAt;
  private final LateDebits debits;
  private final DatabaseTime time;

  PaymentPage(
      Banks banks,
      CardDataSealer sealer,
      PageFormatter formatter,
      MoneyLookedAt lookedAt,
      LateDebits debits,
      DatabaseTime time) {
    this.banks = banks;
    this.sealer = sealer;
    this.formatter = formatter;
    this.lookedAt = lookedAt;
    this.debits = debits;
    this.time = time;
  }

  /**
   * @param named the issuing bank the payer chose in this tab; null if none was chosen. It counts
   *     while a card is awaited: afterwards the payment has its bank, whatever an old address says
   */
  String show(Payment payment, @Nullable String named, Model model) {
    var chosen = payment.status() == PaymentStatus.WAITING_FOR_CARD ? named : null;
    var bin = chosen == null ? text(payment.bank()) : chosen;
    var bank = banks.find(bin).orElse(null);
    model.addAttribute("payment", payment);
    model.addAttribute("mark", mark(payment));
    model.addAttribute("again", again(payment));
    model.addAttribute("history", PaymentHistory.of(payment, debits.of(payment)).entries());
    model.addAttribute(
        "lookedAt", payment.status().wasPaid() ? List.of() : lookedAt.besides(payment));
    model.addAttribute("bank", bank);
    model.addAttribute("bankName", bank == null ? bin : bank.name());
    model.addAttribute("lengths", bank == null ? "" : formatter.choice(bank.cardLengths()));
    model.addAttribute("here", chosen == null ? null : "?bank=" + (bank == null ? "" : bank.bin()));
    if (!model.containsAttribute("errors")) {
      model.addAttribute("errors", Map.of());
    }
    switch (payment.status()) {
      case WAITING_FOR_CARD -> {
        if (bank == null) {
          model.addAttribute("banks", banks.all());
          model.addAttribute(
              "closed",
              banks.all().stream()
                  .map(Bank::bin)
                  .filter(closed -> banks.maintenance(closed).isPresent())
                  .toList());
          step("banks", model);
        } else {
          card(bank, model);
        }
      }
      case WAITING_FOR_OTP -> otp(payment, model);
      case WAITING_FOR_APPROVAL -> {
        waiting(payment, APPROVAL_SECONDS, model);
        model.addAttribute("step", "approval");
      }
      case CREATED, PROCESSING -> waiting(payment, 2, model);
      case BEING_CHECKED -> waiting(payment, 10, model);
      case WAITING_FOR_COLLECTION -> collection(payment, model);
      default -> {
        model.addAttribute("step", "result");
        model.addAttribute("titleKey", "page." + payment.standing());
        if (payment.isMoneyLookedAt()) {
          model.addAttribute("refresh", COLLECTION_SECONDS);
        }
      }
    }
    return VIEW;
  }

  /**
   * What a form's sender sees: the payment as it is then, with the reason if the move was refused;
   * after too many tries this very form again, which says from when on it can be sent.
   *
   * @param chosen as for {@link #show}
   */
  Object after(
      Payment payment,
      Runnable move,
      @Nullable String chosen,
      HttpServletResponse response,
      Model model,
      RedirectAttributes flash) {
    try {
      move.run();
    } catch (Problem refused) {
      if (TriesUsedUp.is(refused)) {
        TriesUsedUp.tell(refused, response, model);
        return show(payment, chosen, model);
      }
      flash.addFlashAttribute("notice", refused.code());
    }
    return new SeeOther("/payments/" + payment.id());
  }

  /**
   * Asks for confirmation before cancelling an instruction that somebody may already have in hand.
   */
  String confirmCancel(Payment payment, Model model) {
    show(payment, null, model);
    model.addAttribute("refresh", null);
    step("cancel", model);
    return VIEW;
  }

  /** Where the same dossiers are paid again. */
  static String again(Payment payment) {
    return payment.dossiers().stream()
        .map(code -> "dossier=" + code)
        .collect(Collectors.joining("&", "/payments/new?", ""));
  }

  /** Changes whenever the page would; the page's script compares it. */
  static String mark(Payment payment) {
    var card = payment.card();
    var otp = otp(payment);
    return String.join(
        "-",
        payment.status().word(),
        String.valueOf(payment.history().size()),
        String.valueOf(card == null ? 0 : card.entriesLeft()),
        payment.cancelRequested() ? "stop" : "go",
        otp == null ? "" : otp.triesLeft() + "-" + otp.resendsLeft(),
        payment.received().stream()
            .map(money -> money.state() + (money.returnedAt() == null ? "" : "-back"))
            .collect(Collectors.joining("-")));
  }

  /** The month in which the payer types the card's date. */
  YearMonth month() {
    return YearMonth.from(VietnamTime.dayOf(time.now()));
  }

  /** With what the script needs to find slips in the card, see {@link CardDoubt}. */
  private void card(Bank bank, Model model) {
    var names = banks.all().stream().collect(Collectors.toMap(Bank::bin, Bank::name));
    model.addAttribute("knownBanks", Json.write(names));
    model.addAttribute("possibleDoubts", CardDoubt.values());
    model.addAttribute("month", month().toString());
    sealed(bank.bin(), "card", model);
  }

  private static Payment.@Nullable Otp otp(Payment payment) {
    return payment.card() == null ? null : payment.card().otp();
  }

  private void otp(Payment payment, Model model) {
    var otp = otp(payment);
    if (otp == null) {
      waiting(payment, 2, model);
      return;
    }
    var now = time.now();
    model.addAttribute("secondsLeft", secondsUntil(otp.expiresAt(), now));
    model.addAttribute("secondsToResend", secondsUntil(otp.resendAt(), now));
    sealed(payment.bank(), "otp", model);
  }

  private void collection(Payment payment, Model model) {
    waiting(payment, COLLECTION_SECONDS, model);
    var instruction = payment.instruction();
    if (!payment.isPayableByInstruction()) {
      model.addAttribute("step", payment.received().isEmpty() ? "waiting" : "money");
    } else if (instruction != null) {
      var to = instruction.collecting();
      var transfer = new VietQr(to, instruction.amount(), instruction.code());
      model.addAttribute("step", "instruction");
      model.addAttribute("qr", QrPicture.svg(transfer.text()));
      model.addAttribute("collectingBank", banks.find(to.bank()).map(Bank::name).orElse(to.bank()));
    }
  }

  private static void step(String step, Model model) {
    model.addAttribute("step", step);
    model.addAttribute("titleKey", "page." + step);
  }

  private static void waiting(Payment payment, int refreshSeconds, Model model) {
    model.addAttribute("step", "waiting");
    model.addAttribute("titleKey", "page." + payment.standing());
    model.addAttribute("refresh", refreshSeconds);
  }

  /** The payer cannot be asked for anything that we could not seal for the bank. */
  private void sealed(String bin, String step, Model model) {
    var key = sealer.key(bin);
    model.addAttribute("key", key.orElse(null));
    step(key.isPresent() ? step : "unreachable", model);
  }

  private static long secondsUntil(Instant then, Instant now) {
    return then == null ? 0 : Math.max(0, Duration.between(now, then).toSeconds());
  }

  private static String text(String bin) {
    return bin == null ? "" : bin;
  }
}
