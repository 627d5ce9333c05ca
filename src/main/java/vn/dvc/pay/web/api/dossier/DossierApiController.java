package vn.dvc.pay.web.api.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.DossierContent.Beneficiary;
import vn.dvc.pay.dossier.DossierContent.Fee;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.JsonFields;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.PayerReader;

/** Through this the portal registers dossiers and queries their status. */
@RestController
@RequestMapping(path = "/api/v1/dossiers", produces = MediaType.APPLICATION_JSON_VALUE)
class DossierApiController {
  private final Dossiers dossiers;
  private final Messages messages;

  DossierApiController(Dossiers dossiers, Messages messages) {
    this.dossiers = dossiers;
    this.messages = messages;
  }

  @PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  DossierView put(
      @PathVariable String code,
      @RequestBody byte[] body,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var known = codeOr(code, Problem.invalid("dossier-code-invalid"));
    return view(dossiers.put(known, content(JsonFields.of(body))), Messages.language(language));
  }

  @GetMapping("/{code}")
  DossierView get(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var dossier =
        dossiers.find(codeOr(code, notFound())).orElseThrow(DossierApiController::notFound);
    return view(dossier, Messages.language(language));
  }

  @GetMapping
  Page list(
      @RequestParam(required = false) String payer,
      @RequestParam(required = false) Dossier.Status status,
      @RequestParam(defaultValue = "0") int page,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    var spoken = Messages.language(language);
    var asked = payer == null || payer.isBlank() ? null : PayerReader.asked(payer);
    var found = dossiers.list(asked, status, page);
    return new Page(
        found.stream().map(dossier -> view(dossier, spoken)).toList(),
        page,
        Link.Links.to("/api/v1/dossiers"));
  }

  @PostMapping("/{code}/cancel")
  DossierView cancel(
      @PathVariable String code,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
    return view(dossiers.cancel(codeOr(code, notFound())), Messages.language(language));
  }

  private static DossierContent content(JsonFields body) {
    return new DossierContent(
        body.text("procedure", 500),
        body.text("authority", 500),
        PayerReader.read(body.object("payer")),
        body.dateOrNull("dueDate"),
        body.objects("fees", DossierContent.MAX_FEES, "too-many-fees").stream()
            .map(DossierApiController::fee)
            .toList());
  }

  private static Fee fee(JsonFields fee) {
    var account = fee.object("beneficiary");
    return new Fee(
        fee.text("code", 20),
        fee.text("name", 200),
        fee.amount("amount"),
        new Beneficiary(
            account.text("bank", 6), account.text("account", 19), account.text("name", 200)));
  }

  private DossierView view(Dossier dossier, Locale language) {
    return DossierView.of(dossier, messages, language);
  }

  private static DossierCode codeOr(String code, Problem otherwise) {
    try {
      return DossierCode.of(code);
    } catch (IllegalArgumentException notACode) {
      throw otherwise;
    }
  }

  private static Problem notFound() {
    return Problem.notFound("dossier-not-found");
  }

  /** A page of dossiers, newest first. */
  record Page(List<DossierView> dossiers, int page, @JsonProperty("_links") Link.Links links) {}
}
