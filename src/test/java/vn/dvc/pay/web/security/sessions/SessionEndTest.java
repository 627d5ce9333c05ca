package vn.dvc.pay.web.security.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** How long sessions last, and when it is noted. */
@Tag("fast")
class SessionEndTest {
  private static final Duration ANONYMOUS = Duration.ofMinutes(10);

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/dossiers");
  private final MockHttpSession session = new MockHttpSession();
  private final StaffSessions staff = mock(StaffSessions.class);

  @ParameterizedTest
  @CsvSource({
    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY + ", 1800",
    "SPRING_SECURITY_SAVED_REQUEST, 600"
  })
  void sessionIsKeptForTheUsualTimeOnceAPayerHasSignedIn(String name, int seconds)
      throws Exception {
    go((asked, answer) -> session.setAttribute(name, "somebody"));

    assertThat(session.getMaxInactiveInterval()).isEqualTo(seconds);
  }

  @Test
  void sessionIsKeptForTheUsualTimeOnceStaffHaveSignedIn() throws Exception {
    go((asked, answer) -> when(staff.isSomebody(session)).thenReturn(true));

    assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
  }

  /** Or the next request, at another node, would find a sign-in without its password. */
  @Test
  void signInIsNotedBeforeTheAnswerLeaves() throws Exception {
    go(
        (asked, answer) -> {
          when(staff.isSomebody(session)).thenReturn(true);
          answer.flushBuffer();
          assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
        });
  }

  @Test
  void oldSessionEndsHoweverBusyItIs() throws Exception {
    var old = new SessionSettings(Duration.ZERO, ANONYMOUS);
    request.setSession(session);
    new SessionEnd(old, staff, new ServerProperties())
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

    assertThat(session.isInvalid()).isTrue();
  }

  private void go(FilterChain page) throws Exception {
    session.setMaxInactiveInterval((int) ANONYMOUS.toSeconds());
    request.setSession(session);
    var settings = new SessionSettings(Duration.ofHours(12), ANONYMOUS);
    new SessionEnd(settings, staff, new ServerProperties())
        .doFilter(request, new MockHttpServletResponse(), page);
  }
}
