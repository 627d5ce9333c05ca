package vn.dvc.pay.keys;

import java.security.Provider;

/** As a native provider is left when its library does not load: without any algorithm. */
public final class EmptyProvider extends Provider {
  public static final Provider INSTANCE = new EmptyProvider();

  private EmptyProvider() {
    super("Empty", "1", "has no algorithm");
  }
}
