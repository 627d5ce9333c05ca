package vn.dvc.pay.engine.tasks;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts our filter after Spring Security's, which knows who is signed in, and before the engine's.
 */
@Configuration(proxyBeanMethods = false)
class TasklistConfiguration {

  @Bean
  FilterRegistrationBean<TasklistSignInFilter> tasklistSignIn(TasklistSignInFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/camunda/*");
    registration.setOrder(0);
    return registration;
  }
}
