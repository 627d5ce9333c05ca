package vn.dvc.pay.payment.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.payment.PaymentStatus;

@Tag("fast")
class PaymentTransitionsTest {
  /**
   * Written by hand, independently of the code, in the words of the API; anything else is illegal.
   */
  private static final String LEGAL =
      """
      CREATED -> WAITING_FOR_APPROVAL
      CREATED -> WAITING_FOR_CARD
      CREATED -> PROCESSING
      CREATED -> WAITING_FOR_COLLECTION
      WAITING_FOR_APPROVAL -> PROCESSING
      WAITING_FOR_APPROVAL -> CANCELLED
      WAITING_FOR_APPROVAL -> EXPIRED
      WAITING_FOR_CARD -> PROCESSING
      WAITING_FOR_CARD -> DECLINED
      WAITING_FOR_CARD -> CANCELLED
      WAITING_FOR_CARD -> EXPIRED
      WAITING_FOR_OTP -> PROCESSING
      PROCESSING -> WAITING_FOR_CARD
      PROCESSING -> WAITING_FOR_OTP
      PROCESSING -> BEING_CHECKED
      PROCESSING -> PAID
      PROCESSING -> DECLINED
      PROCESSING -> CANCELLED
      PROCESSING -> EXPIRED
      BEING_CHECKED -> WAITING_FOR_CARD
      BEING_CHECKED -> WAITING_FOR_OTP
      BEING_CHECKED -> PROCESSING
      WAITING_FOR_COLLECTION -> PROCESSING
      WAITING_FOR_COLLECTION -> PAID
      WAITING_FOR_COLLECTION -> CANCELLED
      WAITING_FOR_COLLECTION -> EXPIRED
      PAID -> PARTLY_REVERSED
      PAID -> REVERSED
      PARTLY_REVERSED -> REVERSED
      """;

  @Test
  void exactlyTheseChangesAreLegal() {
    var legal = new ArrayList<String>();
    for (var from : PaymentStatus.values()) {
      for (var to : PaymentStatus.values()) {
        if (PaymentTransitions.isLegal(from, to)) {
          legal.add(from + " -> " + to);
        }
      }
    }
    assertThat(legal).containsExactlyInAnyOrderElementsOf(LEGAL.lines().toList());
  }

  @Test
  void nothingLeadsOutOfAnUnpaidEnd() {
    for (var end :
        new PaymentStatus[] {
          PaymentStatus.DECLINED, PaymentStatus.CANCELLED, PaymentStatus.EXPIRED
        }) {
      for (var to : PaymentStatus.values()) {
        assertThat(PaymentTransitions.isLegal(end, to)).as(end + " to " + to).isFalse();
      }
    }
  }
}
