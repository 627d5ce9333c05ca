package vn.dvc.pay.mailing.channel;

import vn.dvc.pay.mailing.Channel;

/** Brings letters to people by one channel. */
public interface Carrier {

  Channel channel();

  /**
   * Sends one letter, within the channel's limit for the whole of it, holding no connection to the
   * database.
   */
  Outcome send(Letter letter);

  /** What became of it. */
  enum Outcome {
    SENT,
    /** It may have arrived all the same; the same letter is sent again later. */
    FAILED,
    /** There is no such address: sending again would not help. */
    REFUSED
  }
}
