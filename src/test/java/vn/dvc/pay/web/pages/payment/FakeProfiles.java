package vn.dvc.pay.web.pages.payment;

import java.util.Optional;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** The portal's profiles of the two demo payers. */
class FakeProfiles implements Profiles {
  boolean reachable = true;

  @Override
  public Optional<Profile> of(String payerId) {
    if (!reachable) {
      throw new Problem(503, "portal-unavailable");
    }
    return switch (payerId) {
      case "049012345678" ->
          Optional.of(
              new Profile(
                  new Payer(Payer.Kind.INDIVIDUAL, payerId, "Nguyễn Văn A"),
                  "0905123456",
                  "nguyenvana@example.vn",
                  "12 Phan Châu Trinh, Hội An, Quảng Nam",
                  null));
      case "0100109106" ->
          Optional.of(
              new Profile(
                  new Payer(Payer.Kind.ORGANISATION, payerId, "Công ty TNHH An Phát"),
                  "02353861234",
                  "ketoan@anphat.example.vn",
                  "45 Hùng Vương, Tam Kỳ, Quảng Nam",
                  new Representative("Trần Thị Bình", "Giám đốc")));
      default -> Optional.empty();
    };
  }
}
