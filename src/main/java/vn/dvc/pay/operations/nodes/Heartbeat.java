package vn.dvc.pay.operations.nodes;

import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.operations.nodes.SeenNode.State;

/** Tells the other nodes that this one lives, by one statement, and at once when it changes. */
@Component
class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final UUID id = UUID.randomUUID();
  private final NodeRepository nodes;
  private final Environment environment;
  private State state = State.STARTING;
  private boolean known;
  private boolean stopped;

  Heartbeat(NodeRepository nodes, Environment environment) {
    this.nodes = nodes;
    this.environment = environment;
  }

  @EventListener
  synchronized void changed(AvailabilityChangeEvent<ReadinessState> change) {
    if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
      state = State.READY;
    } else if (state == State.READY) {
      state = State.DRAINING;
    }
    beat();
  }

  /** A database that does not answer is told of by others. */
  @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  synchronized void beat() {
    if (stopped) {
      return;
    }
    try {
      if (!known) {
        nodes.forget(name());
        known = true;
      }
      if (!nodes.seen(id, state)) {
        nodes.add(id, name(), version(), state);
      }
    } catch (DataAccessException unreachable) {
      LOG.debug("No sign of life: {}", unreachable.getClass().getSimpleName());
    }
  }

  @PreDestroy
  synchronized void stop() {
    stopped = true;
    try {
      nodes.remove(id);
    } catch (DataAccessException unreachable) {
      LOG.debug("The node stays in the table: {}", unreachable.getClass().getSimpleName());
    }
  }

  private String name() {
    return host() + ":" + environment.getProperty("local.server.port", "-");
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "-";
    }
  }

  private static String version() {
    return Objects.requireNonNullElse(
        PayApplication.class.getPackage().getImplementationVersion(), "-");
  }
}
