package vn.dvc.scenario;

import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/** The same scenario on PostgreSQL. */
@ContextConfiguration(initializers = Postgres.Fresh.class)
class OnePaymentOnPostgresTest extends OnePaymentScenario {}
