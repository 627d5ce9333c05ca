package vn.dvc.pay.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("fast")
class NotBeforeReadyTest {

  @ParameterizedTest
  @CsvSource({
    "REFUSING_TRAFFIC, /api/v1/banks, 503",
    "REFUSING_TRAFFIC, /bank/v1/notices, 503",
    "REFUSING_TRAFFIC, /actuator/health, 200",
    "REFUSING_TRAFFIC, /livez, 200",
    "REFUSING_TRAFFIC, /readyz, 200",
    "ACCEPTING_TRAFFIC, /api/v1/banks, 200"
  })
  void callersAreServedOnceTheNodeIsReady(ReadinessState state, String path, int status)
      throws Exception {
    var availability = mock(ApplicationAvailability.class);
    when(availability.getReadinessState()).thenReturn(state);
    var request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    var response = new MockHttpServletResponse();

    new NotBeforeReady(availability).doFilter(request, response, new MockFilterChain());

    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getHeader("Retry-After")).isEqualTo(status == 503 ? "5" : null);
  }

  /** The proxy takes a moment to notice. */
  @Test
  void nodeThatStopsServesOn() throws Exception {
    var availability = mock(ApplicationAvailability.class);
    when(availability.getReadinessState())
        .thenReturn(ReadinessState.ACCEPTING_TRAFFIC, ReadinessState.REFUSING_TRAFFIC);
    var filter = new NotBeforeReady(availability);
    for (int requests = 0; requests < 3; requests++) {
      var response = new MockHttpServletResponse();
      filter.doFilter(
          new MockHttpServletRequest("GET", "/api/v1/banks"), response, new MockFilterChain());
      assertThat(response.getStatus()).isEqualTo(200);
    }
  }
}
