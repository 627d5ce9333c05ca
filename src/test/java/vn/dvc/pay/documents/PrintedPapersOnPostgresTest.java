package vn.dvc.pay.documents;

import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/** The same on PostgreSQL. */
@ContextConfiguration(initializers = Postgres.Fresh.class)
class PrintedPapersOnPostgresTest extends PrintedPapersTest {}
