package vn.dvc.pay.web.pages.registration;

import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationDrafts;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.registration.TwoPersonRule;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.DocumentResponse;

/** The payer's list of registrations, the page of one of them, and its printable form. */
@Controller
class RegistrationController {
  private static final String VIEW = "registration";
  private static final Set<RegistrationStatus> FORM_COUNTS =
      EnumSet.of(AWAITING_FORM, UNDER_REVIEW, ACTIVATING, REGISTERED, SUSPENDED);

  /** Reasons that are already clear from the status and what is shown beside it. */
  private static final Set<String> TOLD =
      Set.of(
          "account-name-differs",
          "form-rejected",
          "form-returned",
          "registration-expired",
          "suspended-by-payer",
          "terminated-by-payer",
          "withdrawn-by-payer");

  private final OwnRegistrations own;
  private final Registrations registrations;
  private final RegistrationDrafts drafts;
  private final Banks banks;
  private final TwoPersonRule rule;

  RegistrationController(
      OwnRegistrations own,
      Registrations registrations,
      RegistrationDrafts drafts,
      Banks banks,
      TwoPersonRule rule) {
    this.own = own;
    this.registrations = registrations;
    this.drafts = drafts;
    this.banks = banks;
    this.rule = rule;
  }

  @GetMapping("/registrations")
  String list(@AuthenticationPrincipal SignedInPayer payer, Model model) {
    var own = registrations.ofPayer(payer.id());
    model.addAttribute("registrations", own);
    model.addAttribute("drafted", drafts.find(payer.id()).isPresent());
    model.addAttribute("free", this.own.mayStart(payer));
    return "registrations";
  }

  @GetMapping("/registrations/{id}")
  String show(
      @PathVariable("id") String id, @AuthenticationPrincipal SignedInPayer payer, Model model) {
    twoPersons(payer, model);
    return show(own.find(id, payer), "state", model);
  }

  private void twoPersons(SignedInPayer payer, Model model) {
    if (payer.kind() == Payer.Kind.ORGANISATION) {
      var setting = rule.of(payer.payer());
      var asked = setting.offAskedBy();
      model.addAttribute("twoPersons", setting);
      model.addAttribute(
          "mayEndRule", asked != null && !asked.is(payer.person()) && payer.mayCheck());
    }
  }

  /** Whatever cannot be undone asks for confirmation, with or without JavaScript. */
  @GetMapping("/registrations/{id}/{move:withdraw|suspend|terminate}")
  String confirm(
      @PathVariable("id") String id,
      @PathVariable("move") String word,
      @AuthenticationPrincipal SignedInPayer payer,
      Model model) {
    var registration = own.find(id, payer);
    var move = RegistrationAction.of(word);
    if (!RegistrationAction.of(registration).contains(move)) {
      return show(registration, "state", model);
    }
    model.addAttribute("move", move);
    show(registration, "confirm", model);
    model.addAttribute("titleKey", "registration.confirm." + move.word());
    return VIEW;
  }

  @GetMapping("/registrations/{id}/form.pdf")
  ResponseEntity<byte[]> form(
      @PathVariable("id") String id,
      @RequestParam(name = "lang", required = false) @Nullable String language,
      @AuthenticationPrincipal SignedInPayer payer) {
    return DocumentResponse.of(
        registrations.form(own.find(id, payer).id(), DocumentLanguage.of(language)));
  }

  /** Polled by the waiting page's script. */
  @GetMapping("/registrations/{id}/status")
  ResponseEntity<Map<String, String>> status(
      @PathVariable("id") String id, @AuthenticationPrincipal SignedInPayer payer) {
    var registration = own.find(id, payer);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("status", registration.status().word(), "mark", mark(registration)));
  }

  private String show(Registration registration, String step, Model model) {
    var bin = registration.application().account().bank();
    model.addAttribute("registration", registration);
    model.addAttribute("bank", banks.find(bin).map(Bank::name).orElse(bin));
    model.addAttribute("moves", RegistrationAction.of(registration));
    model.addAttribute("printable", printable(registration));
    var why = registration.reason();
    model.addAttribute("why", why == null || TOLD.contains(why) ? null : why);
    model.addAttribute(
        "names",
        NameDifference.between(registration.application().holder(), registration.holderAtBank()));
    model.addAttribute("mark", mark(registration));
    model.addAttribute("step", step);
    model.addAttribute("titleKey", "status.registration." + registration.status().word());
    if (step.equals("state")) {
      model.addAttribute("refresh", refreshSeconds(registration));
    }
    return VIEW;
  }

  private static boolean printable(Registration registration) {
    return registration.formSha256() != null && FORM_COUNTS.contains(registration.status());
  }

  private static @Nullable Integer refreshSeconds(Registration registration) {
    return switch (registration.status()) {
      case CHECKING_ACCOUNT, ACTIVATING -> 3;
      case AWAITING_FORM, UNDER_REVIEW -> 30;
      default -> null;
    };
  }

  /** Changes whenever the page would; the page's script compares it. */
  private static String mark(Registration registration) {
    return String.join(
        "-",
        registration.status().word(),
        String.valueOf(registration.version()),
        String.valueOf(registration.history().size()),
        registration.nameDiffers() ? "differs" : "",
        registration.formSha256() == null ? "" : "form");
  }
}
