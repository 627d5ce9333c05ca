package vn.dvc.pay.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All events for the portal, for a portal that looks for what it missed. */
public interface EventLog {
  int MOST = 100;

  /**
   * The events behind a place in the log, in the order in which they were written. An event shows
   * up some two minutes late: only then is it sure that none before it is still being written, so
   * that whoever goes on from {@link Page#next()} misses none.
   *
   * @param after 0 for the beginning
   */
  Page after(long after, int limit);

  /**
   * Delivers an event again that the portal took, or of which two persons vouched that it knows.
   * One that is under way is left alone.
   *
   * @throws vn.dvc.pay.values.Problem event-not-found (404), event-given-up (409): two persons
   *     decide about it
   */
  Entry resend(UUID event);

  /** What the portal was told, or is to be told, about these subjects, in the order written. */
  List<Told> about(Collection<String> subjects);

  /**
   * @param attempts how often its delivery was tried in vain
   * @param nextAttempt when it is tried next; null once it was taken or given up
   */
  record Told(
      UUID id,
      String type,
      String subject,
      Instant happenedAt,
      int attempts,
      @Nullable Instant nextAttempt,
      @Nullable Instant deliveredAt,
      @Nullable Instant givenUpAt) {}

  /**
   * @param next the place behind the last of them
   */
  record Page(List<Entry> events, long next) {}

  /**
   * @param body as it is sent
   * @param deliveredAt when the portal took it; null if it has not, or is to get it again
   */
  record Entry(String body, @Nullable Instant deliveredAt) {}
}
