package vn.dvc.sandbox;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import vn.dvc.sandbox.identity.ProviderSettings;
import vn.dvc.sandbox.portal.SandboxPortalSettings;

/**
 * The sandbox for demos and tests: banks with a durable ledger and switchable faults, a
 * public-service portal, and the OpenID provider at which its payers and all staff sign in. It is a
 * separate program that DVC Pay knows only through HTTP. It imports only the auto-configurations it
 * names and reads only {@code sandbox/sandbox.yaml}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  SslAutoConfiguration.class
})
@ComponentScan
@EnableConfigurationProperties({
  SandboxSettings.class,
  SandboxPortalSettings.class,
  ProviderSettings.class
})
public class SandboxApplication {

  public static void main(String[] args) {
    builder().run(args);
  }

  /** The sandbox ready to run, both for its own main method and for the demo launcher. */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(SandboxApplication.class)
        .main(SandboxApplication.class)
        .properties(
            "spring.config.name=sandbox",
            "spring.config.location=classpath:/sandbox/,optional:file:./sandbox/");
  }
}
