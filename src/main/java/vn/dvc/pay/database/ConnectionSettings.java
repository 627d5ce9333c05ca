package vn.dvc.pay.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a transaction may hang, under {@code dvc.database}. Each is longer than the one before,
 * so that of several that hang together the culprit is ended first.
 *
 * @param connectTimeout for a database that does not answer at all; a pool asks again
 * @param idleInTransactionTimeout after which the server ends a transaction whose node says nothing
 *     more, and frees its rows. Our longest pause inside a transaction, to read a bank's statement,
 *     takes a few seconds
 * @param lockTimeout how long a statement waits for a row. Payments of one payer queue for each
 *     other's rows, and whoever waits for a row of a frozen node gets it when that one is ended
 * @param statementTimeout for one statement; the longest of ours, the rows of a statement of a
 *     large bank and the nightly cleaning, take seconds. Migrations have connections of their own
 * @param socketTimeout for a server that is gone without a word: it would have answered by now
 */
@ConfigurationProperties("dvc.database")
record ConnectionSettings(
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("15s") Duration idleInTransactionTimeout,
    @DefaultValue("20s") Duration lockTimeout,
    @DefaultValue("60s") Duration statementTimeout,
    @DefaultValue("75s") Duration socketTimeout) {}
