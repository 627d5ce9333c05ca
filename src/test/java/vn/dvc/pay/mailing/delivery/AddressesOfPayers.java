package vn.dvc.pay.mailing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.mailing.delivery.MailingFixture.AN;
import static vn.dvc.pay.mailing.delivery.MailingFixture.BINH;
import static vn.dvc.pay.mailing.delivery.MailingFixture.fresh;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Addresses that payers name, confirm and take back, on each database that we run on. */
@MailingTest
abstract class AddressesOfPayers {
  private static final String MAIL = "nguyen.van.a@example.vn";

  @Autowired MailingFixture fixture;
  @Autowired MailServer server;
  @Autowired MailingAddresses addresses;
  @Autowired JdbcClient jdbc;

  @Test
  void addressIsUsedOnlyAfterTheCodeThatWasSentThere() {
    addresses.ask(AN, Channel.EMAIL, " Nguyen.Van.A@example.vn".toLowerCase(), "vi");
    fixture.paid(AN);
    fixture.deliverAll();
    var code = fixture.lastCode(MAIL);
    assertThat(server.to(MAIL))
        .extracting(MailingFixture::subject)
        .noneMatch(it -> it.contains("Đã nộp"));

    assertThat(addresses.confirm(AN, Channel.EMAIL, code)).isTrue();
    assertThat(addresses.confirm(BINH, Channel.EMAIL, code)).isFalse();
    fixture.paid(AN);
    fixture.deliverAll();

    assertThat(fixture.lastSubject(MAIL)).contains("Đã nộp");
    assertThat(jdbc.sql("select code_sha256 from mailing_address").query(String.class).list())
        .containsOnlyNulls();
  }

  @Test
  void codeIsGoodForAQuarterOfAnHourAndForFiveTries() {
    var address = fresh();
    addresses.ask(AN, Channel.EMAIL, address, "vi");
    fixture.deliverAll();
    var code = fixture.lastCode(address);
    for (var guess = 0; guess < 5; guess++) {
      assertThat(addresses.confirm(AN, Channel.EMAIL, code + guess)).isFalse();
    }
    assertThat(addresses.confirm(AN, Channel.EMAIL, code)).as("tried five times").isFalse();

    fixture.pass(Duration.ofMinutes(2));
    addresses.remove(AN, Channel.EMAIL);
    addresses.ask(AN, Channel.EMAIL, address, "vi");
    fixture.deliverAll();
    var second = fixture.lastCode(address);
    fixture.pass(Duration.ofMinutes(16));
    assertThat(addresses.confirm(AN, Channel.EMAIL, second)).as("too late").isFalse();
  }

  @Test
  void codesAreSentOnceAMinuteAndFiveTimesADay() {
    for (var sent = 0; sent < 5; sent++) {
      addresses.ask(AN, Channel.EMAIL, fresh(), "vi");
      assertThatThrownBy(() -> addresses.ask(AN, Channel.EMAIL, fresh(), "vi"))
          .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(429));
      addresses.remove(AN, Channel.EMAIL);
      fixture.pass(Duration.ofMinutes(2));
    }
    assertThatThrownBy(() -> addresses.ask(AN, Channel.SMS, "0912345678", "vi"))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.code()).isEqualTo("mailing-too-many-codes"));
  }

  /** Who asks for another's address gets the same answer as everybody, and soon nothing leaves. */
  @Test
  void strangersNeitherLearnAnythingNorFillAMailbox() {
    var victim = fresh();
    for (var stranger = 0; stranger < 8; stranger++) {
      var payer = new Payer(Payer.Kind.INDIVIDUAL, "04901234567" + stranger, "Người Lạ");
      addresses.ask(payer, Channel.EMAIL, victim, "vi");
      assertThat(addresses.addressesOf(payer)).hasSize(1);
    }
    fixture.deliverAll();
    assertThat(server.to(victim)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a@b", "a@example.vn\r\nBcc: b@example.vn", "a b@example.vn"})
  void whatIsNoAddressIsRefused(String typed) {
    assertThatThrownBy(() -> addresses.ask(AN, Channel.EMAIL, typed, "vi"))
        .isInstanceOfSatisfying(
            Problem.class, it -> assertThat(it.code()).isEqualTo("mailing-address-invalid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 900 123 4567", "0236 388 8999", "12345678", "09123456789"})
  void numbersThatAreNotVietnameseMobilesAreRefused(String typed) {
    assertThatThrownBy(() -> addresses.ask(AN, Channel.SMS, typed, "vi"))
        .isInstanceOf(Problem.class);
  }

  @Test
  void linkInAMessageStopsTheMessagesAndForgetsTheAddress() throws Exception {
    var address = fixture.confirmed(AN, "vi");
    fixture.paid(AN);
    fixture.deliverAll();
    var link = server.to(address).get(1).getHeader("List-Unsubscribe")[0];
    addresses.stop(link.replaceAll(".*/|>", ""));
    addresses.stop("0".repeat(32));

    fixture.paid(AN);
    fixture.deliverAll();
    assertThat(server.to(address)).hasSize(2);
    assertThat(addresses.addressesOf(AN)).isEmpty();
  }
}

class AddressesOfPayersOnH2Test extends AddressesOfPayers {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class AddressesOfPayersOnPostgresTest extends AddressesOfPayers {}
