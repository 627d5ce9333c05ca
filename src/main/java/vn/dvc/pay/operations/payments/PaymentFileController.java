package vn.dvc.pay.operations.payments;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.watch.ProcessStory;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.InquiryRequests.By;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStory;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** One payment with everything that happened to it; from here an operator requests a refund. */
@Controller
@RequestMapping("/operations/payments/{id}")
class PaymentFileController {
  private final Payments payments;
  private final RefundRequests requests;
  private final InquiryRequests inquiries;
  private final Cases cases;
  private final Audit audit;
  private final PaymentStory story;
  private final ProcessStory processes;
  private final StuckSteps stuck;
  private final PaymentEvents events;

  PaymentFileController(
      Payments payments,
      RefundRequests requests,
      InquiryRequests inquiries,
      Cases cases,
      Audit audit,
      PaymentStory story,
      ProcessStory processes,
      StuckSteps stuck,
      PaymentEvents events) {
    this.payments = payments;
    this.requests = requests;
    this.inquiries = inquiries;
    this.cases = cases;
    this.audit = audit;
    this.story = story;
    this.processes = processes;
    this.stuck = stuck;
    this.events = events;
  }

  @GetMapping
  String show(@PathVariable String id, Model model) {
    var payment = payments.find(known(id)).orElseThrow(PaymentFileController::notFound);
    model.addAttribute("payment", payment);
    model.addAttribute("received", payment.received());
    model.addAttribute("refundable", refundable(payment));
    model.addAttribute("nextInquiry", inquiries.nextInquiryAt(payment.id()).orElse(null));
    model.addAttribute("cases", cases.ofPayment(id));
    model.addAttribute("attempts", story.attempts(payment.id()));
    model.addAttribute("process", processes.of(payment.id().text()));
    model.addAttribute("stuckSteps", stuckSteps(payment.id()));
    model.addAttribute("events", events.of(payment));
    model.addAttribute("trail", audit.about(id));
    return "operations/payment";
  }

  /** Stuck steps of the payment itself and of the inquiries about its attempts. */
  private List<StuckSteps.StuckStep> stuckSteps(PaymentId payment) {
    var keys = new HashSet<>(Set.of(payment.text()));
    story.attempts(payment).forEach(made -> keys.add(made.attempt().ref().toString()));
    return stuck.all().stream().filter(step -> keys.contains(step.businessKey())).toList();
  }

  /** Makes an inquiry, which changes nothing at the bank; recorded in the audit trail. */
  @PostMapping("/ask-now")
  String askNow(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    try {
      var answer = inquiries.askNow(known(id), By.staff(me.id(), reason));
      return "redirect:/operations/payments/%s?asked=%s".formatted(id, answer.result());
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      return show(id, model);
    }
  }

  /** Tells the portal again what it took before; recorded in the audit trail. */
  @PostMapping("/events/{event}/resend")
  String resend(
      @PathVariable String id,
      @PathVariable UUID event,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    try {
      var payment = payments.find(known(id)).orElseThrow(PaymentFileController::notFound);
      events.resend(payment, event, me.id(), reason);
      return "redirect:/operations/payments/%s?resent=yes".formatted(id);
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      return show(id, model);
    }
  }

  /** Shows the payment again with an explanation if the refund request is refused. */
  @PostMapping("/refunds")
  String askForRefund(
      @PathVariable String id,
      @RequestParam(name = "dossier", defaultValue = "") List<String> dossiers,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    try {
      requests.ask(known(id), dossiers, me.id(), reason);
      return "redirect:/operations/payments/" + id;
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("chosen", dossiers);
      model.addAttribute("reason", reason);
      return show(id, model);
    }
  }

  /** The dossiers that are still paid and in no pending refund. */
  private static List<DossierCode> refundable(Payment payment) {
    if (!payment.status().wasPaid()) {
      return List.of();
    }
    var held =
        payment.refunds().stream()
            .filter(refund -> refund.status() != Refund.Status.REJECTED)
            .flatMap(refund -> refund.lines().stream())
            .map(Refund.Line::dossier)
            .collect(Collectors.toSet());
    return payment.dossiers().stream().filter(code -> !held.contains(code)).toList();
  }

  private static PaymentId known(String id) {
    try {
      return PaymentId.of(id);
    } catch (IllegalArgumentException notAnId) {
      throw notFound();
    }
  }

  private static Problem notFound() {
    return Problem.notFound("payment-not-found");
  }
}
