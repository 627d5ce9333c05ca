package vn.dvc.pay.notification.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Events for the portal. Each update names the state that it expects to find. */
public interface OutboxEventRepository extends Repository<OutboxEventEntity, UUID> {

  /** Claims events that the caller found due and has locked since. */
  @Modifying
  @Query("update OutboxEventEntity o set o.claimedUntil = :until where o.eventId in :ids")
  int claim(Collection<UUID> ids, Instant until);

  @Modifying
  @Query(
      """
      update OutboxEventEntity o
      set o.attempts = o.attempts + 1, o.nextAttemptAt = :next, o.claimedUntil = null
      where o.eventId = :id and o.attempts = :attempts and o.nextAttemptAt is not null""")
  int postpone(UUID id, int attempts, Instant next);

  @Modifying
  @Query(
      """
      update OutboxEventEntity o
      set o.attempts = o.attempts + 1, o.nextAttemptAt = null, o.claimedUntil = null,
          o.failedAt = :now
      where o.eventId = :id and o.attempts = :attempts and o.nextAttemptAt is not null""")
  int giveUp(UUID id, int attempts, Instant now);

  @Modifying
  @Query(
      """
      update OutboxEventEntity o
      set o.attempts = 0, o.nextAttemptAt = :now, o.failedAt = null
      where o.eventId = :id and o.failedAt is not null and o.deliveredAt is null""")
  int sendAgain(UUID id, Instant now);

  @Modifying
  @Query(
      """
      update OutboxEventEntity o set o.vouchedAt = :now
      where o.eventId = :id and o.failedAt is not null and o.deliveredAt is null""")
  int vouchFor(UUID id, Instant now);

  /**
   * When the oldest fact happened of which the portal is yet to be told; empty if there is none.
   */
  @Query(
      """
      select min(o.happenedAt) from OutboxEventEntity o
      where o.deliveredAt is null and o.failedAt is null""")
  Optional<Instant> oldestUndelivered();

  @Query("select count(o) from OutboxEventEntity o where o.nextAttemptAt is not null")
  long waiting();

  @Query(
      """
      select count(o) from OutboxEventEntity o
      where o.failedAt is not null and o.vouchedAt is null""")
  long givenUp();

  @Query("select max(o.deliveredAt) from OutboxEventEntity o")
  Optional<Instant> lastDelivery();

  /**
   * An event that is due for delivery.
   *
   * @param attempts how often delivery was tried before
   * @param cause the trace that it belongs to, null if none
   */
  record Due(UUID id, String type, String body, int attempts, @Nullable String cause) {}
}
