package vn.dvc.pay.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a database connection may hang, under {@code dvc.database}. Each time-out is longer than
 * the one before, so that when several transactions hang together, the one that causes it is ended
 * first.
 *
 * @param connectTimeout for a database that does not answer at all; the pool tries again
 * @param idleInTransactionTimeout after which the server ends the transaction of a silent node and
 *     releases its locks. Our longest pause inside a transaction, reading a bank's statement, takes
 *     a few seconds
 * @param lockTimeout how long a statement waits for a lock. Payments of one payer queue for each
 *     other's rows; whoever waits for a frozen node gets the lock once that node's transaction is
 *     ended
 * @param statementTimeout for one statement; our longest, storing a large bank's statement and the
 *     nightly cleanup, take seconds. Migrations use their own connections
 * @param socketTimeout for a server that vanished silently: by now it would have answered
 */
@ConfigurationProperties("dvc.database")
record ConnectionSettings(
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration idleInTransactionTimeout,
    @DefaultValue("20s") Duration lockTimeout,
    @DefaultValue("60s") Duration statementTimeout,
    @DefaultValue("75s") Duration socketTimeout) {}
