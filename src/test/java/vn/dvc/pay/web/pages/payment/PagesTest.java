package vn.dvc.pay.web.pages.payment;

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
import vn.dvc.pay.testing.Fixture;

/** The pages, on top of payments and registrations that their tests control; all share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = PagesRoom.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.sql.init.schema-locations=classpath:db/migration/V15__web.sql,"
          + "classpath:db/migration/V18__session.sql",
      // Pages that an earlier test left open count until the next look.
      "dvc.live.per-payer=20",
      "dvc.live.look=200ms"
    })
@ExtendWith(Fixture.Lifecycle.class)
@Import(PagesFixture.class)
@ActiveProfiles("test")
@interface PagesTest {}
