package vn.dvc.pay.web.pages.payment.progress;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.dvc.pay.bank.BankCalls.CallMade;
import vn.dvc.pay.engine.watch.ProcessStory;
import vn.dvc.pay.engine.watch.ProcessStory.Drawing;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStory;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.payment.OwnPayments;

/**
 * Where is my payment? Its process as a drawing, for those with script, and the same as a list, for
 * everybody.
 */
@Controller
@RequestMapping("/payments/{id}/progress")
class ProgressController {
  private static final int POLL_SECONDS = 5;

  private final OwnPayments own;
  private final PaymentStory story;
  private final ProcessStory processes;
  private final DrawingNames names;

  ProgressController(
      OwnPayments own, PaymentStory story, ProcessStory processes, DrawingNames names) {
    this.own = own;
    this.story = story;
    this.processes = processes;
    this.names = names;
  }

  @GetMapping
  String show(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      Locale language,
      Model model) {
    var payment = own.find(id, payer);
    var progress = progress(payment, language);
    model.addAttribute("payment", payment);
    model.addAttribute("progress", progress);
    model.addAttribute("mark", progress.mark(payment));
    model.addAttribute("drawing", true);
    model.addAttribute("refresh", progress.here().isEmpty() ? null : POLL_SECONDS);
    return "payment-progress";
  }

  /** Polled by the page's script. */
  @GetMapping("/status")
  ResponseEntity<Map<String, String>> status(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      Locale language) {
    var payment = own.find(id, payer);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("mark", progress(payment, language).mark(payment)));
  }

  @GetMapping("/drawing")
  ResponseEntity<String> drawing(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      Locale language) {
    var payment = own.find(id, payer);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .body(drawn(payment, language).xml());
  }

  private Progress progress(Payment payment, Locale language) {
    return Progress.of(payment, calls(payment.id()), drawn(payment, language));
  }

  private List<CallMade> calls(PaymentId payment) {
    return story.attempts(payment).stream()
        .filter(attempt -> !attempt.givesBack())
        .flatMap(attempt -> attempt.calls().stream())
        .toList();
  }

  /** The engine forgets a process years after it ended; then there is nothing to draw. */
  private Drawing drawn(Payment payment, Locale language) {
    return processes
        .drawing(
            Places.model(payment.method()),
            payment.id().text(),
            language.getLanguage(),
            name -> names.in(language, name))
        .orElseThrow(() -> Problem.notFound("payment-not-found"));
  }
}
