package vn.dvc.pay.mailing;

/** How the messages to people are doing: for operators and metrics. */
public interface MailingWatch {

  Condition now();

  /**
   * @param waiting how many are to be sent
   * @param givenUp how many of the last day were given up, since no mail server or gateway took
   *     them; one that refuses an address is its owner's concern
   */
  record Condition(long waiting, long givenUp) {}
}
