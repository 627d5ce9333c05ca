package vn.dvc.pay.mailing;

import java.util.List;
import vn.dvc.pay.values.Payer;

/** The messages to a payer. */
public interface Mailings {

  /** The newest first, at most 50; none that turned out not to be wanted any more. */
  List<Mailing> of(Payer payer);
}
