package vn.dvc.pay.notification.delivery;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import vn.dvc.pay.notification.outbox.OutboxEventRepository;
import vn.dvc.pay.tracing.NoTraces;

@Tag("fast")
class OutboxDeliveryTest {

  @Test
  void aFullRoundWithoutProgressIsNotRepeatedAtOnce() throws Exception {
    var claims = mock(OutboxClaims.class);
    when(claims.claim(anyInt()))
        .thenAnswer(
            asked ->
                Stream.generate(
                        () ->
                            new OutboxEventRepository.Due(
                                UUID.randomUUID(), "dossier.paid", "{}", 0, null))
                    .limit(asked.getArgument(0, Integer.class))
                    .toList());
    doThrow(new DataAccessResourceFailureException("database away")).when(claims).delivered(any());
    var settings = new OutboxSettings(List.of(), Duration.ofMinutes(1), 2, Duration.ofMinutes(10));
    var delivery = new OutboxDelivery(claims, event -> true, settings, new NoTraces());

    delivery.round().forEach(CompletableFuture::join);
    delivery.stop();

    verify(claims).claim(2);
    verify(claims, times(2)).delivered(any());
  }
}
