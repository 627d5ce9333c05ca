package vn.dvc.pay.web.pages.papers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.dvc.pay.dossier.ReceiptChecks;
import vn.dvc.pay.dossier.ReceiptChecks.Confirmed;
import vn.dvc.pay.engine.signin.SignInAttempts;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.pages.layout.TriesUsedUp;

/**
 * Says to anybody who has a printed confirmation whether it is ours and still valid. A wrong code
 * and an unknown number get the same answer; a guess that comes too early gets none, right or
 * wrong.
 */
@Controller
class PaperCheckController {
  private static final Pattern NUMBER = Pattern.compile("BL-[0-9]{4}-[0-9]{7,9}");
  private static final int LONGEST_CODE = 30;

  private final ReceiptChecks receipts;
  private final SignInAttempts attempts;

  PaperCheckController(ReceiptChecks receipts, SignInAttempts attempts) {
    this.receipts = receipts;
    this.attempts = attempts;
  }

  @GetMapping("/check")
  String check(
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "code", defaultValue = "") String code,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("number", number);
    if (!number.isBlank() || !code.isBlank()) {
      model.addAttribute("here", here(number, code));
      try {
        var confirmed = confirmed(number.strip().toUpperCase(Locale.ROOT), code);
        model.addAttribute("confirmed", confirmed.orElse(null));
        model.addAttribute("unknown", confirmed.isEmpty());
      } catch (Problem tooEarly) {
        TriesUsedUp.tell(tooEarly, response, model);
      }
    }
    return "check";
  }

  private Optional<Confirmed> confirmed(String number, String code) {
    var isPossible = NUMBER.matcher(number).matches() && code.length() <= LONGEST_CODE;
    return attempts.tried(
        SignInAttempts.Door.PAPER,
        number,
        () -> isPossible ? receipts.check(number, code) : Optional.empty());
  }

  /** The same again in the other language. */
  private static String here(String number, String code) {
    return UriComponentsBuilder.newInstance()
        .queryParam("number", "{number}")
        .queryParam("code", "{code}")
        .encode()
        .buildAndExpand(number, code)
        .toUriString();
  }
}
