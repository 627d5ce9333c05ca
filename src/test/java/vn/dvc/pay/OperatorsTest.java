package vn.dvc.pay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.dvc.pay.operations.CaseFixture;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.payment.refund.RefundFixture;
import vn.dvc.pay.reconciliation.day.BankDayFixture;
import vn.dvc.pay.testing.Fixture;

/** The whole application on a port of its own; all tests of cases and operations share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(Fixture.Lifecycle.class)
@Import({CaseFixture.class, CollectionFixture.class, RefundFixture.class, BankDayFixture.class})
@ActiveProfiles("test")
public @interface OperatorsTest {}
