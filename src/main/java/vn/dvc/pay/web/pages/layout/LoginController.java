package vn.dvc.pay.web.pages.layout;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.web.security.accounts.PayerAccounts;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.provider.IdentitySettings;

/** Shows the login page; the security configuration decides who gets in. */
@Controller
class LoginController {

  /** Why the provider's answer was not enough; each has a text. */
  private static final Set<String> REFUSALS = Set.of("level", "account", "provider");

  private final IdentitySettings identity;
  private final ObjectProvider<PayerAccounts> accounts;

  LoginController(IdentitySettings identity, ObjectProvider<PayerAccounts> accounts) {
    this.identity = identity;
    this.accounts = accounts;
  }

  @GetMapping("/login")
  String show(@RequestParam(name = "refused", required = false) String refused, Model model) {
    model.addAttribute("refused", REFUSALS.contains(String.valueOf(refused)) ? refused : null);
    model.addAttribute("passwords", accounts.stream().findAny().isPresent());
    if (identity.isConfigured(Audience.PAYERS)) {
      model.addAttribute("provider", Audience.PAYERS.start());
    }
    return "login";
  }
}
