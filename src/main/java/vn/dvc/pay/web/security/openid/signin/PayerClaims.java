package vn.dvc.pay.web.security.openid.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.PersonName;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.SignedInPayer.Role;
import vn.dvc.pay.web.security.openid.provider.IdentitySettings;

/** The payer whom the claims describe, checked as a payer whom the portal's API names. */
@Component
class PayerClaims implements OAuth2UserService<OidcUserRequest, OidcUser> {
  private final IdentitySettings.Payers settings;

  PayerClaims(IdentitySettings settings) {
    this.settings = settings.payers();
  }

  @Override
  public OidcUser loadUser(OidcUserRequest signedIn) {
    var token = signedIn.getIdToken();
    Refusals.requireLevel(token, settings.levels());
    var id = token.getClaimAsString(settings.idClaim());
    var name = token.getClaimAsString(settings.nameClaim());
    if (id == null || name == null) {
      throw Refusals.because(Refusals.ACCOUNT);
    }
    var payer = valid(token.getClaimAsString(settings.kindClaim()), id, name);
    return new ProviderUser(
        token,
        new SignedInPayer(
            token.getSubject(),
            payer.kind(),
            payer.id(),
            payer.name(),
            personName(token),
            role(token.getClaimAsString(settings.roleClaim()))),
        List.of("ROLE_PAYER"));
  }

  private String personName(OidcIdToken token) {
    var name = token.getClaimAsString(settings.personClaim());
    if (name == null) {
      return token.getSubject();
    }
    try {
      return PersonName.of(name).text();
    } catch (RefusedText notAName) {
      throw Refusals.because(Refusals.ACCOUNT);
    }
  }

  /** Of a role that we do not know, a person cannot approve anything. */
  private static Role role(@Nullable String word) {
    if (word == null) {
      return Role.ANY;
    }
    return word.equals(Role.CHECKER.name()) ? Role.CHECKER : Role.MAKER;
  }

  private static Payer valid(@Nullable String kind, String id, String name) {
    try {
      var which = kind == null ? Payer.Kind.INDIVIDUAL : Payer.Kind.valueOf(kind);
      return new Payer(which, id, name).requireValid();
    } catch (Problem | IllegalArgumentException notAPayer) {
      throw Refusals.because(Refusals.ACCOUNT);
    }
  }
}
