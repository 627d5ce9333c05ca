package vn.dvc.pay.web.security.openid.signin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.signin.StaffDirectory;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.web.security.accounts.StaffRoles;
import vn.dvc.pay.web.security.openid.provider.IdentitySettings;

/**
 * The member of staff whom the claims describe. Who has none of our groups is not let in, and loses
 * those of an earlier sign-in.
 */
@Component
class StaffClaims implements OAuth2UserService<OidcUserRequest, OidcUser> {
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9-]{1,64}");

  private final IdentitySettings.Staff settings;
  private final StaffDirectory directory;

  StaffClaims(IdentitySettings settings, StaffDirectory directory) {
    this.settings = settings.staff();
    this.directory = directory;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest signedIn) {
    var token = signedIn.getIdToken();
    Refusals.requireLevel(token, settings.levels());
    var id = token.getClaimAsString(settings.idClaim());
    if (id == null || !ID.matcher(id).matches()) {
      throw Refusals.because(Refusals.ACCOUNT);
    }
    var name = CleanText.of(token.getClaimAsString(settings.nameClaim()));
    var groups =
        Optional.ofNullable(token.getClaimAsStringList(settings.groupsClaim())).orElse(List.of());
    var member = directory.enter(id, name == null ? id : name, settings.ours(groups));
    if (member.groups().isEmpty()) {
      throw Refusals.because(Refusals.ACCOUNT);
    }
    return new ProviderUser(token, member, StaffRoles.of(member));
  }
}
