package vn.dvc.pay.web.security.openid;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.openid.provider.ProviderTokens;
import vn.dvc.pay.web.security.openid.provider.Providers;

/** The page on the way to the provider, and the provider's reports of sign-outs. */
@Controller
class SignOutController {
  private static final Logger LOG = LoggerFactory.getLogger(SignOutController.class);

  private final Providers providers;
  private final ProviderTokens tokens;
  private final SignedOutSessions signedOut;

  SignOutController(Providers providers, ProviderTokens tokens, SignedOutSessions signedOut) {
    this.providers = providers;
    this.tokens = tokens;
    this.signedOut = signedOut;
  }

  @GetMapping({"/signed-out", "/operations/signed-out"})
  String leave(HttpSession session, HttpServletResponse response, Model model) {
    var address = session.getAttribute(SignOut.LEAVING);
    if (address == null) {
      return "redirect:/";
    }
    session.invalidate();
    response.setHeader("Refresh", "0;url=" + address);
    model.addAttribute("address", address);
    return "signed-out";
  }

  /** OpenID Connect Back-Channel Logout 1.0: from server to server, trusted by its signature. */
  @PostMapping("/identity/{provider}/signed-out")
  ResponseEntity<Void> report(
      @PathVariable("provider") String provider, @RequestParam("logout_token") String token) {
    var registration = providers.findByRegistrationId(provider);
    if (registration == null) {
      return ResponseEntity.notFound().build();
    }
    try {
      var report = tokens.logoutDecoder(registration).decode(token);
      var session = report.getClaimAsString("sid");
      ProviderSession.ids(
              Audience.valueOf(provider.toUpperCase(Locale.ROOT)),
              session,
              session == null ? report.getSubject() : null)
          .forEach(signedOut::add);
      return ResponseEntity.ok().build();
    } catch (BadJwtException notFromThere) {
      LOG.warn("A report of a sign-out was refused: not signed by the provider, or not for us");
      return ResponseEntity.badRequest().build();
    }
  }
}
