package vn.dvc.pay.http;

import java.io.IOException;

/** The answer was not read because it is longer than agreed. */
public class AnswerTooLong extends IOException {
  private static final long serialVersionUID = 1;

  AnswerTooLong(long bytes) {
    super("longer than " + bytes + " bytes");
  }
}
