package vn.dvc.pay.portal;

import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import vn.dvc.pay.keys.SigningKey;

/** The room alone, with a real signing key, without database, engine or web. */
@ImportAutoConfiguration({CamelAutoConfiguration.class})
@ComponentScan(basePackageClasses = {PortalWebhooks.class, SigningKey.class})
@ConfigurationPropertiesScan(basePackageClasses = {PortalWebhooks.class, SigningKey.class})
class PortalRoom {}
