package vn.dvc.pay.payment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.payment.account.AccountFixture;
import vn.dvc.pay.payment.outcome.DoubtFixture;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.testing.Fixture;

/** The whole application with a registered payer and a scripted bank; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = PayApplication.class, properties = "dvc.sandbox-url=http://localhost:1")
@ExtendWith(Fixture.Lifecycle.class)
@Import({ScriptedBank.class, AccountFixture.class, DoubtFixture.class})
@MockitoBean(types = Registrations.class)
@ActiveProfiles("test")
public @interface AccountTest {}
