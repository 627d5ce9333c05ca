package vn.dvc.pay.web.pages.payment.live;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Does something when a connection ends. */
record WhenEnded(Runnable work) implements AsyncListener {
  @Override
  public void onComplete(AsyncEvent event) {
    work.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    work.run();
  }

  @Override
  public void onError(AsyncEvent event) {
    work.run();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    throw new UnsupportedOperationException();
  }
}
