package vn.dvc.pay.http;

import java.io.IOException;
import java.time.Duration;

/** The exchange was ended because it took too long as a whole. */
public class ExchangeTooSlow extends IOException {
  private static final long serialVersionUID = 1;

  ExchangeTooSlow(Duration whole) {
    super("not finished within " + whole);
  }
}
