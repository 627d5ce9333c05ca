package vn.dvc.pay.documents.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues our documents, {@code dvc.papers}.
 *
 * @param parent the body above the issuer, printed in the first line
 * @param issuer the issuer
 * @param place the place beside the date
 * @param check the address of the page that proves a confirmation
 * @param compileAtStart whether start-up waits until all templates are compiled; otherwise they are
 *     compiled on first use
 */
@ConfigurationProperties("dvc.papers")
public record DocumentSettings(
    String parent,
    String issuer,
    String place,
    String check,
    @DefaultValue("true") boolean compileAtStart) {}
