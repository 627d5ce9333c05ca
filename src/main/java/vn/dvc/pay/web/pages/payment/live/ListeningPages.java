package vn.dvc.pay.web.pages.payment.live;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.payment.PaymentStory;
import vn.dvc.pay.payment.PaymentStory.Mark;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.web.SafeStackTrace;
import vn.dvc.pay.web.security.sessions.OpenSessions;
import vn.dvc.pay.web.security.sessions.SessionEnded;

/**
 * The pages that listen to this node. Whichever node changes a payment, its rows show it: one
 * statement asks for all of them, on one thread, and none while nobody listens.
 */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class ListeningPages implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ListeningPages.class);

  private final LiveSettings settings;
  private final PaymentStory story;
  private final OpenSessions sessions;
  private final Set<ListeningPage> pages = new HashSet<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(ListeningPages::thread);
  private @Nullable ScheduledFuture<?> looking;
  private long aliveAt;
  private volatile boolean closed;

  ListeningPages(LiveSettings settings, PaymentStory story, OpenSessions sessions) {
    this.settings = settings;
    this.story = story;
    this.sessions = sessions;
  }

  /** What the payment's pages look like now. */
  Mark mark(PaymentId payment) {
    return story.marks(Set.of(payment)).getOrDefault(payment, Mark.NONE);
  }

  /** False if too many listen already. */
  synchronized boolean add(ListeningPage page) {
    if (closed
        || pages.size() >= settings.perNode()
        || pages.stream().filter(page::hasSamePayer).count() >= settings.perPayer()) {
      return false;
    }
    pages.add(page);
    if (looking == null) {
      var pause = settings.look().toMillis();
      looking = thread.scheduleWithFixedDelay(this::tellAll, pause, pause, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  synchronized void remove(ListeningPage page) {
    pages.remove(page);
    if (pages.isEmpty() && looking != null) {
      looking.cancel(false);
      looking = null;
    }
  }

  private void end(Predicate<ListeningPage> which) {
    listening().stream().filter(which).forEach(this::end);
  }

  /** Of sessions that end at another node, the next beat tells. */
  @EventListener
  void end(SessionEnded ended) {
    end(page -> page.session().equals(ended.id()));
  }

  @Override
  public void start() {
    // Whoever listens begins it.
  }

  @Override
  public boolean isRunning() {
    return !closed;
  }

  /** When the proxy sends nobody here any more, and before the ports close. */
  @Override
  public int getPhase() {
    return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
  }

  /** Otherwise the node would wait for the pages before it stops. They turn to another one. */
  @Override
  public void stop() {
    synchronized (this) {
      closed = true;
    }
    thread.shutdown();
    end(page -> true);
  }

  private synchronized List<ListeningPage> listening() {
    return List.copyOf(pages);
  }

  private void end(ListeningPage page) {
    remove(page);
    page.end();
  }

  private void tellAll() {
    var listening = listening();
    try {
      var marks =
          story.marks(listening.stream().map(ListeningPage::payment).collect(Collectors.toSet()));
      var alive = System.nanoTime() - aliveAt >= settings.alive().toNanos();
      if (alive) {
        aliveAt = System.nanoTime();
        endWithTheirSessions(listening);
      }
      listening.forEach(page -> tell(page, marks.getOrDefault(page.payment(), Mark.NONE), alive));
    } catch (RuntimeException e) {
      // The pages ask by themselves when they are told nothing; the next look may find it.
      LOG.warn("Listening pages could not be told: {}", SafeStackTrace.of(e));
    }
  }

  private void endWithTheirSessions(List<ListeningPage> listening) {
    var open =
        sessions.among(listening.stream().map(ListeningPage::session).collect(Collectors.toSet()));
    end(page -> listening.contains(page) && !open.contains(page.session()));
  }

  private void tell(ListeningPage page, Mark now, boolean alive) {
    try {
      page.tell(now);
      if (now.isFinished()) {
        end(page);
      } else if (alive) {
        page.tellAlive();
      }
    } catch (IOException | RuntimeException gone) {
      end(page);
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "listening-pages");
    thread.setDaemon(true);
    return thread;
  }
}
