package vn.dvc.pay.web.security.sessions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.DefaultSerializer;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.signin.TasklistSessions;
import vn.dvc.pay.keys.Sealing;

/**
 * What sessions hold, as it lies in the database: sealed for its place, one name in one session.
 * Only what our own nodes have sealed is ever made into objects again.
 */
@Component
class SessionValues {
  private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);

  private final Sealing sealing;
  private final TasklistSessions tasklist;
  private final DefaultSerializer writer = new DefaultSerializer();
  private final DefaultDeserializer reader =
      new DefaultDeserializer(SessionValues.class.getClassLoader());

  SessionValues(Sealing sealing, TasklistSessions tasklist) {
    this.sealing = sealing;
    this.tasklist = tasklist;
  }

  byte[] seal(String session, String name, Object value) {
    return sealing.seal(place(session, name), written(value));
  }

  /** Empty also for what another version of this program wrote and this one cannot read. */
  Optional<Object> open(String session, String name, byte[] sealed) {
    return sealing.open(place(session, name), sealed).flatMap(plain -> read(name, plain));
  }

  /** Whether nothing would be lost if the new value were not kept. */
  boolean areSame(Object before, Object now) {
    return tasklist.isSameSignIn(before, now) || Arrays.equals(written(before), written(now));
  }

  private byte[] written(Object value) {
    try {
      return writer.serializeToByteArray(value);
    } catch (IOException notSerializable) {
      throw new UncheckedIOException(notSerializable);
    }
  }

  private Optional<Object> read(String name, byte[] plain) {
    try {
      return Optional.of(reader.deserializeFromByteArray(plain));
    } catch (IOException | RuntimeException | LinkageError ofAnotherVersion) {
      LOG.info("A session's {} was written by another version and counts as absent", name);
      return Optional.empty();
    }
  }

  private static String place(String session, String name) {
    return "session " + session + " " + name;
  }
}
