package vn.dvc.pay.web.security.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.dvc.pay.web.security.openid.provider.Audience;

/** How long somebody works on with what the provider said at the sign-in. */
@Tag("fast")
class EndedSessionFilterTest {

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @CsvSource({
    "STAFF, 59, GET, navigate, true",
    "STAFF, 61, GET, navigate, false",
    "STAFF, 61, GET, , false",
    "STAFF, 61, POST, navigate, true",
    "STAFF, 119, GET, cors, true",
    "STAFF, 121, GET, cors, false",
    "STAFF, 121, POST, navigate, false",
    "PAYERS, 600, GET, navigate, true"
  })
  void staffComeFromTheProviderAgainWhenTheyOpenAPage(
      Audience audience, long minutes, String method, @Nullable String mode, boolean goesOn)
      throws Exception {
    var person = new TestingAuthenticationToken("somebody", "none");
    person.setDetails(
        new ProviderSession(
            audience, List.of(), "token", Instant.now().minus(Duration.ofMinutes(minutes))));
    SecurityContextHolder.getContext().setAuthentication(person);
    var session = new MockHttpSession();
    var request = new MockHttpServletRequest(method, "/operations/cases");
    request.setSession(session);
    if (mode != null) {
      request.addHeader("Sec-Fetch-Mode", mode);
    }

    new EndedSessionFilter(mock(SignedOutSessions.class), Duration.ofHours(1))
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

    assertThat(!session.isInvalid()).isEqualTo(goesOn);
    assertThat(SecurityContextHolder.getContext().getAuthentication() != null).isEqualTo(goesOn);
  }
}
