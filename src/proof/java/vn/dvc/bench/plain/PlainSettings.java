package vn.dvc.bench.plain;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Under {@code plain}.
 *
 * @param way {@code floor} or {@code usual}
 * @param models the folder of our models
 * @param bank where the usual way finds its banks
 * @param portal who wants to know that a payment has finished
 */
@ConfigurationProperties("plain")
record PlainSettings(String way, Path models, String bank, URI portal) {

  boolean isUsual() {
    return "usual".equals(way);
  }
}
