package vn.dvc.pay.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.dvc.pay.keys.Fingerprints;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

@Tag("fast")
class LimitsTest {
  private static final Instant NOON = Instant.parse("2026-11-29T05:00:00Z");
  private final VelocityPolicy policy = mock(VelocityPolicy.class);
  private final TryCounts counts = mock(TryCounts.class);
  private final Fingerprints fingerprints = mock(Fingerprints.class);
  private final List<TryCounts.Try> counted = new ArrayList<>();
  private final Limits limits = new Limits(policy, counts, fingerprints, time());

  private static DatabaseTime time() {
    var time = mock(DatabaseTime.class);
    when(time.now()).thenReturn(NOON);
    return time;
  }

  @BeforeEach
  void eachIsLimited() {
    when(policy.of(any(), any())).thenReturn(new Velocity(3, Duration.ofHours(1)));
    when(fingerprints.of(any(), any()))
        .thenAnswer(asked -> "#" + asked.getArgument(0) + " " + asked.getArgument(1));
    when(counts.count(anyList(), any()))
        .thenAnswer(
            asked -> {
              counted.addAll(asked.getArgument(0));
              return true;
            });
  }

  @AfterEach
  void nobodyAsks() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void onlyKeyedHashesAreStored() {
    limits.count(Tried.CARD, Map.of(Counted.PAYER, List.of("049012345678")));
    assertThat(counted).extracting(TryCounts.Try::subject).containsExactly("#PAYER 049012345678");
  }

  @Test
  void payersOwnRequestIsCountedByItsAddress() {
    asks("/payments/P1/card");
    limits.count(Tried.CARD, Map.of(Counted.PAYER, List.of("049012345678")));
    assertThat(counted).extracting(TryCounts.Try::subject).contains("#ADDRESS 203.0.113.7");
  }

  @Test
  void portalIsNotCountedByItsAddressBecauseItAsksForAllItsPayers() {
    asks("/api/v1/payments/P1/card");
    limits.count(Tried.CARD, Map.of(Counted.PAYER, List.of("049012345678")));
    assertThat(counted).extracting(TryCounts.Try::by).containsExactly(Counted.PAYER);
  }

  @Test
  void rowWithoutALimitIsNotCounted() {
    when(policy.of(Tried.CARD, Counted.DOSSIER)).thenReturn(new Velocity(0, Duration.ofHours(1)));
    limits.count(
        Tried.CARD, Map.of(Counted.PAYER, List.of("1"), Counted.DOSSIER, List.of("a", "b")));
    assertThat(counted).extracting(TryCounts.Try::by).containsExactly(Counted.PAYER);
  }

  @Test
  void whoeverTriesTooOftenIsToldWhenItMayBeTriedAgain() {
    when(counts.count(anyList(), any())).thenReturn(false);
    when(counts.freeFrom(anyList(), any())).thenReturn(NOON.plusMillis(90_500));
    assertThatThrownBy(() -> limits.count(Tried.OTP, Map.of(Counted.CARD, List.of("tok"))))
        .asInstanceOf(type(Problem.class))
        .satisfies(
            refused -> {
              assertThat(refused.status()).isEqualTo(429);
              assertThat(refused.code()).isEqualTo("too-many-tries");
              assertThat(refused.facts())
                  .isEqualTo(Map.of("retryAfter", 91L, "retryAt", "2026-11-29T05:01:30.500Z"));
            });
  }

  private static void asks(String path) {
    var request = new MockHttpServletRequest("POST", path);
    request.setServletPath(path);
    request.setRemoteAddr("203.0.113.7");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }
}
