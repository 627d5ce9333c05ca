package vn.dvc.pay.bank.calls;

import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/** The same guarantees on the production database, whose locks and snapshots differ from H2's. */
@ContextConfiguration(initializers = Postgres.Fresh.class)
class SettledCallsOnPostgresTest extends SettledCallsTest {}
