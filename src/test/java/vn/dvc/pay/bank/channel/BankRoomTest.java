package vn.dvc.pay.bank.channel;

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
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.bank.BankRoom;
import vn.dvc.pay.testing.Fixture;

/** The room of the banks alone, and one bank that signs its answers; all such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = BankRoom.class, webEnvironment = WebEnvironment.NONE)
@ExtendWith(Fixture.Lifecycle.class)
@ContextConfiguration(initializers = BankFixture.Settings.class)
@Import(BankFixture.class)
@ActiveProfiles("test")
public @interface BankRoomTest {}
