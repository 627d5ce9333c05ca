package vn.dvc.scenario;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.dvc.pay.values.Payer.Kind;
import vn.dvc.pay.web.SignedInPayer;

/** Payers whose names and numbers are hard, as the portal writes them. */
enum HostilePayer {
  /** A foreigner with a passport, whose name has 110 characters in five scripts. */
  FOREIGNER(
      Kind.INDIVIDUAL,
      "C01X00T47",
      HostileTexts.fitted(
          "Maria-José d’Orléans e Bragança Łukaszewicz-Ørsted Gößl " + HostileTexts.FOREIGN, 110),
      HostileTexts.fitted("Hotel “Συνταγή” № 5, ул. Ленина " + HostileTexts.MARKUP, 400)),
  /** A citizen whose name is typed decomposed, with the apostrophe and Đ of some keyboards. */
  CITIZEN(
      Kind.INDIVIDUAL,
      "066 190 000 001",
      Normalizer.normalize(
          "H’Hen Niê Wơ\u0306 Ƀkrông – \u00d0ặng Thị “Ngọc Ánh” & Y’Bhiu", Form.NFD),
      Normalizer.normalize("Buôn Ea Kmat, xã Hòa Đông, tỉnh Đắk Lắk", Form.NFD)),
  /** A firm whose name is as long as it may be. */
  FIRM(
      Kind.ORGANISATION,
      "0100109106",
      HostileTexts.fitted(
          "=Công ty TNHH \"An & Phát\" 'Số №5' – " + "LIÊNHIỆPHỢPTÁCXÃ".repeat(4) + " @+1", 200),
      HostileTexts.fitted(HostileTexts.MARKUP + " thửa 5′, tờ 50 m²", 400));

  static final String SIGNS = "Trần Thị “Bình” O’Hara-Ñandú & Бинь";
  static final String TITLE = HostileTexts.fitted("Phó “Giám đốc” <thường trực> & Kế toán №1", 100);

  final Kind kind;
  final String id;
  final String name;
  final String address;

  HostilePayer(Kind kind, String id, String name, String address) {
    this.kind = kind;
    this.id = id;
    this.name = name;
    this.address = address;
  }

  String login() {
    return "hostile-" + name().toLowerCase(Locale.ROOT);
  }

  Map<String, Object> inApi() {
    return Map.of("kind", kind.name(), "id", id, "name", name);
  }

  /** Whoever signs in with one of their logins, which are their passwords, too. */
  static Optional<SignedInPayer> signedIn(String login, String password) {
    return List.of(values()).stream()
        .filter(it -> it.login().equals(login) && login.equals(password))
        .map(it -> new SignedInPayer(login, it.kind, it.id, it.name))
        .findFirst();
  }

  /** Their profiles at the portal, as arguments of the sandbox. */
  static String[] profiles() {
    var arguments = new ArrayList<String>();
    for (var payer : values()) {
      var profile = "--dvc.sandbox.portal.profiles[" + payer.ordinal() + "].";
      arguments.add(profile + "login=" + payer.login());
      arguments.add(profile + "kind=" + payer.kind);
      arguments.add(profile + "id=" + payer.id.replace(" ", ""));
      arguments.add(profile + "name=" + payer.name);
      arguments.add(profile + "phone=+84 (0)905 123 456");
      arguments.add(profile + "email=o'hara+le.phi@example.vn");
      arguments.add(profile + "address=" + payer.address);
      if (payer.kind == Kind.ORGANISATION) {
        arguments.add(profile + "representative.name=" + SIGNS);
        arguments.add(profile + "representative.title=" + TITLE);
      }
    }
    arguments.add("--dvc.sandbox.identity.persons="); // theirs belong to payers who are not there
    return arguments.toArray(String[]::new);
  }
}
