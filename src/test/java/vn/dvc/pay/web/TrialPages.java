package vn.dvc.pay.web;

import jakarta.servlet.Filter;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.pay.engine.StepFailed;

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

    /** Fails as the engine does when a step of a model fails. */
    @PostMapping("/api/v1/trial-step")
    String step() {
      var failed = StepFailed.because(new DuplicateKeyException(QUOTED, uniqueViolation()));
      throw new ProcessEngineException("Error while evaluating " + QUOTED, failed);
    }

    private static SQLException uniqueViolation() {
      return new SQLException(QUOTED, "23505");
    }
  }

  /** Fails before any controller is reached. */
  @Bean
  FilterRegistrationBean<Filter> trialFilter() {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) -> {
              throw new IllegalStateException(QUOTED);
            });
    filter.addUrlPatterns("/api/v1/trial-filter");
    return filter;
  }
}
