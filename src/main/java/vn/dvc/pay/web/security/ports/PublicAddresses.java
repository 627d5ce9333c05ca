package vn.dvc.pay.web.security.ports;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Under which address browsers reach us: payers under one, staff under the same or another. */
@Component
public class PublicAddresses {
  private final String payers;
  private final String staff;

  public PublicAddresses(
      @Value("${dvc.public-url}") String payers, @Value("${dvc.staff-url}") String staff) {
    this.payers = payers;
    this.staff = staff;
  }

  public String of(Side side) {
    return side == Side.STAFF ? staff : payers;
  }
}
