package vn.dvc.pay.engine.people;

import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.signin.SignInAttempts;

/** Gives each command of the engine its access to accounts. */
@Component
class AccountsFactory implements SessionFactory {
  private final SignInAttempts attempts;
  private final ApplicationEventPublisher changes;

  AccountsFactory(SignInAttempts attempts, ApplicationEventPublisher changes) {
    this.attempts = attempts;
    this.changes = changes;
  }

  @Override
  public Class<?> getSessionType() {
    return WritableIdentityProvider.class;
  }

  @Override
  public Session openSession() {
    return new GuardedAccounts(attempts, changes);
  }
}
