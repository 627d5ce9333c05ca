package vn.dvc.pay.documents.render;

import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.testing.Postgres;

/** The same on PostgreSQL. */
@ContextConfiguration(initializers = Postgres.Fresh.class)
class PrintedDocumentsOnPostgresTest extends PrintedDocumentsTest {}
