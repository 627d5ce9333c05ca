package vn.dvc.pay.web.api.payment;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.JsonFields;
import vn.dvc.pay.web.api.PayerReader;
import vn.dvc.pay.web.idempotency.IdempotentPaymentStart;

/** Through this the portal starts payments and takes payers through them. */
@RestController
@RequestMapping(path = "/api/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentApiController {
  private final Payments payments;
  private final IdempotentPaymentStart starts;
  private final PaymentViews views;
  private final ReturnOrigins origins;
  private final InquiryRequests inquiries;

  PaymentApiController(
      Payments payments,
      IdempotentPaymentStart starts,
      PaymentViews views,
      ReturnOrigins origins,
      InquiryRequests inquiries) {
    this.payments = payments;
    this.starts = starts;
    this.views = views;
    this.origins = origins;
    this.inquiries = inquiries;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PaymentView> start(
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
      Principal client) {
    var fields = JsonFields.of(body);
    var started =
        starts.start(
            client.getName(),
            key,
            PayerReader.read(fields.object("payer")),
            codes(fields.texts("dossiers", 60, Payments.MAX_DOSSIERS, "too-many-dossiers")),
            fields.word("method", Method.class),
            origins.check(fields.textOrNull("returnUrl", 2000)),
            maker(fields.objectOrNull("maker")));
    return ResponseEntity.status(started.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create(PaymentViews.path(started.payment())))
        .body(views.of(started.payment(), Messages.language(language)));
  }

  @GetMapping("/{id}")
  PaymentView get(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    return view(
        payments.find(PaymentIds.known(id)).orElseThrow(PaymentApiController::notFound), language);
  }

  @PostMapping(path = "/{id}/card", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaymentView enterCard(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var payment = PaymentIds.known(id);
    var fields = JsonFields.of(body);
    return view(
        payments.enterCard(
            payment,
            fields.text("bank", 20),
            fields.sealed("sealedCard"),
            fields.text("termsVersion", 40)),
        language);
  }

  @PostMapping(path = "/{id}/otp", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaymentView enterOtp(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var payment = PaymentIds.known(id);
    return view(payments.enterOtp(payment, JsonFields.of(body).sealed("sealedOtp")), language);
  }

  @PostMapping("/{id}/otp/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaymentView resendOtp(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    return view(payments.resendOtp(PaymentIds.known(id)), language);
  }

  @PostMapping("/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaymentView cancel(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    return view(payments.cancel(PaymentIds.known(id)), language);
  }

  /** Makes an inquiry, which changes nothing at the bank. */
  @PostMapping("/{id}/ask-bank")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PaymentView askBank(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var payment = PaymentIds.known(id);
    var answer = inquiries.askNow(payment, InquiryRequests.By.payer());
    return switch (answer.result()) {
      case ASKED ->
          view(payments.find(payment).orElseThrow(PaymentApiController::notFound), language);
      case TOO_EARLY ->
          throw Problem.conflict("ask-bank-too-early").with("from", answer.next().toString());
      case NOT_IN_DOUBT -> throw Problem.conflict("not-being-checked");
    };
  }

  private PaymentView view(Payment payment, String language) {
    return views.of(payment, Messages.language(language));
  }

  /** The portal knows its people by the subjects under which they sign in here. */
  private static @Nullable Person maker(@Nullable JsonFields maker) {
    return maker == null ? null : new Person(maker.text("id", 255), maker.text("name", 200));
  }

  /** A malformed code gets the same answer as an unknown dossier. */
  private static List<DossierCode> codes(List<String> texts) {
    try {
      return texts.stream().map(DossierCode::of).toList();
    } catch (IllegalArgumentException notACode) {
      throw Problem.notFound("dossier-not-found");
    }
  }

  private static Problem notFound() {
    return Problem.notFound("payment-not-found");
  }
}
