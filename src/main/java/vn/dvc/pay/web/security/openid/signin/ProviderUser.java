package vn.dvc.pay.web.security.openid.signin;

import java.security.Principal;
import java.util.List;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody whom a provider has described, and who that is here. */
class ProviderUser extends DefaultOidcUser {
  private final transient Principal person;
  private final List<String> roles;

  ProviderUser(OidcIdToken token, Principal person, List<String> roles) {
    super(AuthorityUtils.createAuthorityList(roles), token);
    this.person = person;
    this.roles = roles;
  }

  Principal person() {
    return person;
  }

  List<String> roles() {
    return roles;
  }
}
