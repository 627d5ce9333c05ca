package vn.dvc.pay.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.PaymentDocuments;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Refunds;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.testing.Fixture;

/**
 * The whole application on a port of its own, called over real HTTP. Payments and registrations are
 * faked, so that they are in whatever status a test needs, and so are the banks' keys, which nobody
 * serves here. Requests can be cut off from the database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Fixture.Lifecycle.class)
@Import({TrialPages.class, Callers.class, PortalApi.class, CutDatabase.Cutting.class})
@MockitoBean(
    types = {
      Payments.class,
      Refunds.class,
      InquiryRequests.class,
      PaymentDocuments.class,
      Registrations.class
    })
@MockitoSpyBean(types = Banks.class)
@ActiveProfiles("test")
public @interface WebTest {}
