package vn.dvc.pay.web.pages.layout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * What every template may call by a plain name, pages of errors included. References to beans
 * ({@code @wording}) would do the same, but no expression with one is ever compiled.
 */
@Configuration(proxyBeanMethods = false)
class TemplateNames {

  @Autowired
  void name(ThymeleafViewResolver views, PageFormatter wording, Visit visit) {
    views.addStaticVariable("wording", wording);
    views.addStaticVariable("visit", visit);
  }
}
