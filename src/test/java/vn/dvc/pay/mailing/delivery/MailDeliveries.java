package vn.dvc.pay.mailing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.mailing.delivery.MailingFixture.AN;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.Mailing;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.MailingWatch;
import vn.dvc.pay.mailing.Mailings;
import vn.dvc.pay.testing.Postgres;

/** What becomes of messages while the mail server is away, on each database that we run on. */
@MailingTest
abstract class MailDeliveries {
  @Autowired MailingFixture fixture;
  @Autowired MailServer server;
  @Autowired MailingAddresses addresses;
  @Autowired MailingSettings settings;
  @Autowired MailingWatch watch;
  @Autowired Mailings mailings;

  @Test
  void mailThatWaitedForTheServerArrivesOnce() {
    var address = fixture.confirmed(AN, "vi");
    fixture.whileTheServerIsAway(this::somebodyPays);
    fixture.pass(Duration.ofMinutes(2));
    fixture.deliverAll();
    assertThat(server.to(address)).hasSize(1);
    assertThat(stateOfTheLast()).isEqualTo(Mailing.State.SENT);
  }

  /** Delivery of what waits stops, too, when somebody stops it. */
  @Test
  void nothingIsSentToAnAddressThatWasReplacedMeanwhile() {
    var address = fixture.confirmed(AN, "vi");
    fixture.whileTheServerIsAway(
        () -> {
          somebodyPays();
          addresses.remove(AN, Channel.EMAIL);
        });
    fixture.pass(Duration.ofDays(3));
    fixture.deliverAll();
    assertThat(server.to(address)).isEmpty();
  }

  @Test
  void mailServerThatIsAwayIsAskedAgainAtGrowingPausesAndAtLastThePayerSeesIt() {
    fixture.confirmed(AN, "vi");
    fixture.whileTheServerIsAway(
        () -> {
          somebodyPays();
          settings.pauses().forEach(this::isAskedAgainAfter);
        });
    assertThat(stateOfTheLast()).isEqualTo(Mailing.State.FAILED);
    assertThat(settings.pauses()).isSorted().hasSize(5);
    assertThat(watch.now()).isEqualTo(new MailingWatch.Condition(0, 1));
    fixture.pass(Duration.ofDays(1));
    assertThat(watch.now().givenUp()).as("yesterday").isZero();
  }

  private void isAskedAgainAfter(Duration pause) {
    assertThat(stateOfTheLast()).isEqualTo(Mailing.State.ON_ITS_WAY);
    var before = fixture.attempts();
    fixture.pass(pause.minusSeconds(20));
    fixture.deliverAll();
    assertThat(fixture.attempts()).as("too early").isEqualTo(before);
    fixture.pass(Duration.ofSeconds(30));
    fixture.deliverAll();
    assertThat(fixture.attempts()).isEqualTo(before + 1);
  }

  private void somebodyPays() {
    fixture.paid(AN);
    fixture.deliverAll();
  }

  private Mailing.State stateOfTheLast() {
    return mailings.of(AN).get(0).state();
  }
}

class MailDeliveriesOnH2Test extends MailDeliveries {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class MailDeliveriesOnPostgresTest extends MailDeliveries {}
