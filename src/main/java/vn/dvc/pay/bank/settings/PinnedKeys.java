package vn.dvc.pay.bank.settings;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which keys were agreed with the banks, other than by asking them over the network.
 *
 * @param banks for each bank's BIN the thumbprints (RFC 7638, SHA-256) of its keys, for signing and
 *     for sealing, the next ones before a change; other keys that it publishes are ignored. A bank
 *     without an entry is believed whatever it publishes, which production refuses
 */
@ConfigurationProperties("dvc.pinned-keys")
public record PinnedKeys(@DefaultValue Map<String, Set<String>> banks) {

  public Set<String> of(String bin) {
    return banks.getOrDefault(bin, Set.of());
  }
}
