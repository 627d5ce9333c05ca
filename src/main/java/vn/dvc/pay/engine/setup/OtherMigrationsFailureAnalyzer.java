package vn.dvc.pay.engine.setup;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a failed start on a database that another version's migrations created. Flyway itself
 * suggests its repair command, which would mark such tables as up to date (registered in
 * spring.factories).
 */
class OtherMigrationsFailureAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
    return new FailureAnalysis(
        """
        The tables of this database were made by the migrations of another version of DVC Pay. \
        Nothing in it was changed.

        """
            + firstDifference(cause),
        """
        A demo database that an unreleased version left behind cannot be migrated: stop DVC Pay, \
        delete data/ and data-sandbox/, and start again. In production, start the version that \
        made these tables or a later one. Never run Flyway's repair: it changes no table.""",
        cause);
  }

  /** Flyway lists every difference, each with its own advice. */
  private static String firstDifference(FlywayValidateException cause) {
    return cause.getMessage().lines().skip(1).findFirst().orElse(cause.getMessage());
  }
}
