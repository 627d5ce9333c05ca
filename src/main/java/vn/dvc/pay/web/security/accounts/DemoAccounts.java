package vn.dvc.pay.web.security.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Payer.Kind;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.SignedInPayer.Role;

/**
 * The API's demo client and the demo payers; each password equals its id. They exist only where
 * there is nothing to protect: {@code ProductionCheck} refuses to start production while this bean
 * is present.
 */
@Component
@Profile("!production")
public class DemoAccounts implements PayerAccounts {
  static final String CLIENT = "portal";
  private static final Map<String, SignedInPayer> PAYERS =
      Map.of(
          "nguyen-van-a",
          new SignedInPayer("nguyen-van-a", Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A"),
          "cong-ty-an-phat",
          new SignedInPayer(
              "cong-ty-an-phat", Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát"),
          "ke-toan-an-phat",
          ofAnPhat("ke-toan-an-phat", "Lê Thị Kế Toán", Role.MAKER),
          "giam-doc-an-phat",
          ofAnPhat("giam-doc-an-phat", "Trần Thị Bình", Role.CHECKER));

  @Override
  public Optional<SignedInPayer> authenticate(String login, String password) {
    return Optional.ofNullable(PAYERS.get(login)).filter(payer -> same(login, password));
  }

  private static SignedInPayer ofAnPhat(String login, String person, Role role) {
    return new SignedInPayer(
        login, Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát", person, role);
  }

  /** Whose password anybody can guess at, as it is the name; each call tells it anew. */
  public AuthenticationProvider clients() {
    return new PasswordCheck<>(
        (login, password) ->
            Optional.of(CLIENT).filter(client -> same(client, login) && same(client, password)),
        client -> List.of("ROLE_CLIENT"));
  }

  private static boolean same(String known, String given) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
