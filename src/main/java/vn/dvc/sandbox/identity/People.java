package vn.dvc.sandbox.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.portal.SandboxPortalSettings;
import vn.dvc.sandbox.portal.SandboxPortalSettings.Profile;

/** Everybody with an account: the portal's payers and DVC Pay's staff. */
@Component
class People {
  private final Map<String, Person> byLogin = new LinkedHashMap<>();

  People(SandboxPortalSettings portal, ProviderSettings settings) {
    portal.profiles().forEach(payer -> add(payer.login(), payer.name(), claims(payer)));
    settings
        .staff()
        .forEach(member -> add(member.login(), member.name(), Map.of("groups", member.groups())));
  }

  Optional<Person> find(String login) {
    return Optional.ofNullable(byLogin.get(login));
  }

  private void add(String login, String name, Map<String, Object> claims) {
    byLogin.put(login, new Person(login, name, claims));
  }

  private static Map<String, Object> claims(Profile payer) {
    return Map.of("payer_kind", payer.kind(), "payer_id", payer.id());
  }
}
