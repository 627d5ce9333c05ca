package vn.dvc.pay.registration;

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
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.testing.Fixture;

/** The whole application with a scripted bank and a scripted portal; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Fixture.Lifecycle.class)
@Import({ScriptedBank.class, ScriptedAccounts.class, RegistrationFixture.class})
@MockitoBean(types = Profiles.class)
@ActiveProfiles("test")
@interface RegistrationTest {}
