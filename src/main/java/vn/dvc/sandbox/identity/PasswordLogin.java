package vn.dvc.sandbox.identity;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Everybody's password is their name. */
@Component
class PasswordLogin implements AuthenticationProvider {
  private final People people;

  PasswordLogin(People people) {
    this.people = people;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var login = attempt.getName();
    if (people.find(login).isEmpty() || !login.equals(attempt.getCredentials())) {
      throw new BadCredentialsException("Wrong name or password");
    }
    var signedIn =
        UsernamePasswordAuthenticationToken.authenticated(
            login, null, AuthorityUtils.createAuthorityList("ROLE_PERSON"));
    signedIn.setDetails(attempt.getDetails());
    return signedIn;
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
