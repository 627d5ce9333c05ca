package vn.dvc.pay.web.security.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session whose attributes leave it sealed. It is written less often than it is used: an
 * attribute that is set to what it was costs nothing, and the time of the last request is noted
 * once a minute.
 *
 * @param <S> the session in the database
 */
class SealedSession<S extends Session> implements Session {
  /** So much earlier than its time a session may end for being idle. */
  static final Duration TOUCH = Duration.ofMinutes(1);

  private final Supplier<S> another;
  private final SessionValues values;
  private final Map<String, Object> read = new HashMap<>();
  private final Map<String, Object> set = new HashMap<>();
  private S stored;
  private @Nullable String left;

  SealedSession(S stored, Supplier<S> another, SessionValues values) {
    this.stored = stored;
    this.another = another;
    this.values = values;
  }

  /** As it goes to the database. */
  S sealed() {
    set.forEach(
        (name, value) -> {
          if (!isStored(name, value)) {
            stored.setAttribute(name, values.seal(getId(), name, value));
          }
        });
    read.putAll(set);
    set.clear();
    return stored;
  }

  /** The id under which the database still has this session, if it has been given another. */
  Optional<String> left() {
    return Optional.ofNullable(left);
  }

  private boolean isStored(String name, Object value) {
    byte[] sealed = stored.getAttribute(name);
    return sealed != null
        && values.open(getId(), name, sealed).filter(it -> values.areSame(it, value)).isPresent();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    var value = set.containsKey(name) ? set.get(name) : read.computeIfAbsent(name, this::opened);
    return (T) value;
  }

  private @Nullable Object opened(String name) {
    byte[] sealed = stored.getAttribute(name);
    return sealed == null ? null : values.open(getId(), name, sealed).orElse(null);
  }

  @Override
  public Set<String> getAttributeNames() {
    var names = new HashSet<>(stored.getAttributeNames());
    names.addAll(set.keySet());
    return names;
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
    } else {
      set.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    set.remove(name);
    read.remove(name);
    stored.removeAttribute(name);
  }

  @Override
  public String getId() {
    return stored.getId();
  }

  /**
   * Moves into a new session, and the old one is to end. Had the same one another id only, a
   * request that began under the old id and ends later would bring that id back, or put what it
   * kept in the place of what was kept since: whoever signs in would be signed out, or not be
   * alone.
   */
  @Override
  public String changeSessionId() {
    for (var name : getAttributeNames()) {
      Object value = getAttribute(name);
      if (value != null) {
        set.put(name, value);
      }
    }
    if (left == null) {
      left = getId();
    }
    var next = another.get();
    next.setMaxInactiveInterval(getMaxInactiveInterval());
    next.setLastAccessedTime(getLastAccessedTime());
    stored = next;
    return getId();
  }

  @Override
  public Instant getCreationTime() {
    return stored.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant now) {
    if (Duration.between(getLastAccessedTime(), now).compareTo(TOUCH) >= 0) {
      stored.setLastAccessedTime(now);
    }
  }

  @Override
  public Instant getLastAccessedTime() {
    return stored.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    stored.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return stored.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return stored.isExpired();
  }
}
