package vn.dvc.pay.web.security.sessions;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The sessions in the database, read at most once by each request: Spring Session by itself looks
 * again whether a session is there after it has answered.
 *
 * @param <S> a session in the database
 */
class SealedSessions<S extends Session> implements SessionRepository<SealedSession<S>> {
  private final SessionRepository<S> stored;
  private final SessionValues values;
  private final ApplicationEventPublisher events;
  private final ThreadLocal<Map<String, SealedSession<S>>> ofRequest = new ThreadLocal<>();

  SealedSessions(
      SessionRepository<S> stored, SessionValues values, ApplicationEventPublisher events) {
    this.stored = stored;
    this.values = values;
    this.events = events;
  }

  /** From now on this thread serves one request. */
  void beginRequest() {
    ofRequest.set(new HashMap<>());
  }

  void endRequest() {
    ofRequest.remove();
  }

  @Override
  public SealedSession<S> createSession() {
    return session(stored.createSession());
  }

  @Override
  public void save(SealedSession<S> session) {
    stored.save(session.sealed());
    session.left().ifPresent(stored::deleteById);
  }

  @Override
  public @Nullable SealedSession<S> findById(String id) {
    var known = ofRequest.get();
    return known == null ? read(id) : known.computeIfAbsent(id, this::read);
  }

  private @Nullable SealedSession<S> read(String id) {
    var session = stored.findById(id);
    return session == null ? null : session(session);
  }

  private SealedSession<S> session(S inDatabase) {
    return new SealedSession<>(inDatabase, stored::createSession, values);
  }

  @Override
  public void deleteById(String id) {
    var known = ofRequest.get();
    if (known != null) {
      known.remove(id);
    }
    stored.deleteById(id);
    events.publishEvent(new SessionEnded(id));
  }
}
