package vn.dvc.pay.mailing.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import vn.dvc.pay.mailing.intake.IntakeByHand;
import vn.dvc.pay.testing.Fixture;

/** Messages on their way to people, through a real mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = {MailingRoom.class, IntakeByHand.class, MailingFixture.class})
@ActiveProfiles("test")
@ExtendWith(Fixture.Lifecycle.class)
@interface MailingTest {}
