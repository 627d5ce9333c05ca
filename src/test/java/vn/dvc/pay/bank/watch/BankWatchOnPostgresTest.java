package vn.dvc.pay.bank.watch;

import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/** The same questions to the production database. */
@ContextConfiguration(initializers = Postgres.Fresh.class)
class BankWatchOnPostgresTest extends BankWatchTest {}
