package vn.dvc.pay.documents.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues our papers, {@code dvc.papers}.
 *
 * @param parent the body above the issuer, as it stands in the first line
 * @param issuer whose paper it is
 * @param place where it is dated
 * @param compileAtStart whether the start waits for all templates; where not, first use compiles
 */
@ConfigurationProperties("dvc.papers")
public record DocumentSettings(
    String parent, String issuer, String place, @DefaultValue("true") boolean compileAtStart) {}
