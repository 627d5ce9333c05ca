package vn.dvc.proof.failpoint;

/** Speeds the application up, so that a cell takes a second and not a minute. */
final class Pace {
  static final String INBOX = "dvc.inbox.poll=50ms";
  static final String IDLE = "dvc.inbox.idle=50ms";
  static final String MESSAGES = "dvc.bank.messages-poll=100ms";
  static final String OUTBOX = "dvc.outbox.poll=100ms";
  static final String LEASE = "dvc.bank.lease=1s";
  static final String CONNECT = "dvc.bank.connect-timeout=1s";

  /** A bank that answers slowly takes three seconds. */
  static final String ANSWER = "dvc.bank.response-timeout=2s";

  static final String LOCK = "dvc.bank.lock=6s";
  static final String JOBS = "camunda.bpm.job-execution.wait-time-in-millis=50";
  static final String JOBS_AT_MOST = "camunda.bpm.job-execution.max-wait=100";

  /** Threads that are killed all the time would log nothing but stack traces. */
  static final String SILENCE = "logging.level.root=off";

  private Pace() {}
}
