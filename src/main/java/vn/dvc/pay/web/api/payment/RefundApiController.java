package vn.dvc.pay.web.api.payment;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.JsonFields;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.idempotency.IdempotentRefundRequest;

/** Through this the portal requests refunds of paid dossiers and follows their progress. */
@RestController
@RequestMapping(path = "/api/v1/payments/{id}/refunds", produces = MediaType.APPLICATION_JSON_VALUE)
class RefundApiController {
  private final Refunds refunds;
  private final IdempotentRefundRequest once;
  private final Messages messages;

  RefundApiController(Refunds refunds, IdempotentRefundRequest once, Messages messages) {
    this.refunds = refunds;
    this.once = once;
    this.messages = messages;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  RefundView ask(
      @PathVariable String id,
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language,
      Principal client) {
    var payment = PaymentIds.known(id);
    var fields = JsonFields.of(body);
    var refund =
        once.ask(
            client.getName(),
            key,
            payment,
            codes(fields.texts("dossiers", 60, Payments.MAX_DOSSIERS, "too-many-dossiers")),
            fields.freeTextOrNull("reason"));
    return RefundView.of(refund, messages, Messages.language(language));
  }

  @GetMapping
  RefundView.All list(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var payment = PaymentIds.known(id);
    var in = Messages.language(language);
    return new RefundView.All(
        refunds.ofPayment(payment).stream().map(each -> RefundView.of(each, messages, in)).toList(),
        Link.Links.to(RefundView.path(payment.text())));
  }

  /** A malformed id gets the same answer as an unknown payment. */
  private static List<DossierCode> codes(List<String> messages) {
    try {
      return messages.stream().map(DossierCode::of).toList();
    } catch (IllegalArgumentException notACode) {
      throw Problem.invalid("dossier-not-in-payment");
    }
  }
}
