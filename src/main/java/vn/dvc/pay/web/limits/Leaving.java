package vn.dvc.pay.web.limits;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A node that stops says so at {@code /readyz} and goes on serving until the proxy has noticed.
 * Then the pages that listen end, so that they turn to another node, and then the ports close.
 */
@Component
@EnableConfigurationProperties(LeavingSettings.class)
class Leaving implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

  private final LeavingSettings settings;
  private volatile boolean running;
  private volatile long saidAt;

  Leaving(LeavingSettings settings) {
    this.settings = settings;
  }

  /** The application refuses to be ready right before this event. */
  @EventListener
  void note(ContextClosedEvent closing) {
    saidAt = System.nanoTime();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop(Runnable left) {
    var rest = settings.notice().minus(Duration.ofNanos(System.nanoTime() - saidAt));
    if (rest.isNegative() || rest.isZero()) {
      stop();
      left.run();
    } else {
      LOG.info("Serving for another {} s, until the proxy has noticed", rest.toSeconds());
      CompletableFuture.delayedExecutor(rest.toNanos(), TimeUnit.NANOSECONDS)
          .execute(
              () -> {
                stop();
                left.run();
              });
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the workers, whose running calls end meanwhile, and before all that serves. */
  @Override
  public int getPhase() {
    return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 2;
  }
}
