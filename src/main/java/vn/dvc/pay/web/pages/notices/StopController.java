package vn.dvc.pay.web.pages.notices;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.dvc.pay.mailing.MailingAddresses;

/**
 * Stops messages by the link in one of them, without signing in. Opening the link stops nothing,
 * because programs that look for malware open it, too. Any token gets the same answers.
 */
@Controller
class StopController {
  private final MailingAddresses addresses;

  StopController(MailingAddresses addresses) {
    this.addresses = addresses;
  }

  @GetMapping("/notices/stop/{token:[0-9a-f]+}")
  String ask(@PathVariable("token") String token, Model model) {
    model.addAttribute("token", token);
    return "notices-stop";
  }

  /** Mail programs send it themselves, too (RFC 8058). */
  @PostMapping("/notices/stop/{token:[0-9a-f]+}")
  String stop(@PathVariable("token") String token, Model model) {
    addresses.stop(token);
    model.addAttribute("stopped", true);
    return "notices-stop";
  }
}
