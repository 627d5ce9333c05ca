package vn.dvc.pay.web.security.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Checks a name and password against one set of accounts; the result becomes the principal. */
public record PasswordCheck<P>(
    BiFunction<String, String, Optional<P>> accounts, Function<P, List<String>> authorities)
    implements AuthenticationProvider {

  @Override
  public Authentication authenticate(Authentication attempt) {
    var name = attempt.getName();
    var password = attempt.getCredentials();
    if (name.isEmpty() || password == null) {
      throw new BadCredentialsException("Name or password missing");
    }
    var principal =
        accounts
            .apply(name, password.toString())
            .orElseThrow(() -> new BadCredentialsException("Wrong name or password"));
    return UsernamePasswordAuthenticationToken.authenticated(
        principal, null, AuthorityUtils.createAuthorityList(authorities.apply(principal)));
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
  }
}
