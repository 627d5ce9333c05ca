package vn.dvc.pay.web;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Pages and an API call that exist only for the tests of access control. */
@TestConfiguration
public class TrialPages {
  static final String QUOTED = "a-sealed-value-that-nobody-may-see";

  @RestController
  static class Trials {
    @GetMapping("/assets/trial-token")
    String token(CsrfToken token) {
      return token.getToken();
    }

    @GetMapping("/trial-me")
    String me(@AuthenticationPrincipal SignedInPayer payer) {
      return payer.name() + " " + payer.payer().id();
    }

    @PostMapping("/trial-change")
    String change() {
      return "changed";
    }

    @PostMapping("/api/v1/trial-fault")
    String fault(@RequestBody String body) {
      throw new IllegalStateException("cannot take " + QUOTED + body);
    }

    @PostMapping("/api/v1/trial-race")
    String race() {
      throw new org.springframework.dao.CannotAcquireLockException("row of " + QUOTED);
    }
  }
}
