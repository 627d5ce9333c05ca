package vn.dvc.pay.web.pages.others;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.QrPicture;
import vn.dvc.pay.documents.VietQr;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.TriesUsedUp;

/**
 * Paying for somebody else, by the number of their dossier and their own number. Who knows both is
 * shown what a payment needs, and a VietQR code for any banking app. Both are sent again with each
 * step, in the body, so that nothing has to be kept and no address holds them.
 */
@Controller
class OthersDossierController {
  private static final String VIEW = "others";

  private final OthersDossiers others;
  private final Payments payments;
  private final Banks banks;

  OthersDossierController(OthersDossiers others, Payments payments, Banks banks) {
    this.others = others;
    this.payments = payments;
    this.banks = banks;
  }

  @GetMapping("/others")
  String ask() {
    return VIEW;
  }

  @PostMapping("/others")
  String look(
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "number", defaultValue = "") String number,
      Model model) {
    return show(others.find(code, number), code, number, model);
  }

  /** Starts the payment, or shows again the one that waits for its money. */
  @PostMapping("/others/pay")
  String pay(
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "number", defaultValue = "") String number,
      @AuthenticationPrincipal SignedInPayer visitor,
      Model model) {
    var found = others.find(code, number);
    if (found.filter(dossier -> dossier.status() == Dossier.Status.UNPAID).isEmpty()) {
      return show(found, code, number, model);
    }
    try {
      var owed = found.get();
      var owner = owed.content().payer();
      payments.start(
          PaymentId.fresh(),
          new Payer(owner.kind(), owner.id(), null),
          List.of(owed.code()),
          Method.COUNTER,
          null,
          visitor.person());
    } catch (Problem refused) { // somebody else was first, or the amount is not offered
      model.addAttribute("notice", refused.code());
    }
    return show(others.again(code), code, number, model);
  }

  /** Guessed too often: the form as it was typed, and when it may be sent again. */
  @ExceptionHandler
  String tooEarly(
      Problem refused, HttpServletRequest request, HttpServletResponse response, Model model) {
    TriesUsedUp.tell(refused, response, model);
    model.addAttribute("code", request.getParameter("code"));
    return VIEW;
  }

  private String show(Optional<Dossier> found, String code, String number, Model model) {
    model.addAttribute("code", code);
    model.addAttribute("number", number);
    model.addAttribute("dossier", found.orElse(null));
    model.addAttribute("unknown", found.isEmpty());
    found.ifPresent(dossier -> model.addAttribute("owner", dossier.content().payer().shortName()));
    found.flatMap(this::payable).ifPresent(payment -> instruction(payment, model));
    return VIEW;
  }

  /** Its instruction, as long as money may come in by it. */
  private Optional<Payment> payable(Dossier dossier) {
    return Optional.ofNullable(dossier.payment())
        .filter(payment -> dossier.status() == Dossier.Status.IN_PROGRESS)
        .flatMap(payment -> payments.find(PaymentId.of(payment)))
        .filter(Payment::isPayableByInstruction)
        .filter(payment -> payment.dossiers().size() == 1);
  }

  private void instruction(Payment payment, Model model) {
    var instruction = payment.instruction();
    var to = instruction.collecting();
    model.addAttribute("instruction", instruction);
    model.addAttribute(
        "qr", QrPicture.svg(new VietQr(to, instruction.amount(), instruction.code()).text()));
    model.addAttribute("bank", banks.find(to.bank()).map(Bank::name).orElse(to.bank()));
  }
}
