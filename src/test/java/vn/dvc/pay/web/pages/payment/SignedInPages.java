package vn.dvc.pay.web.pages.payment;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.web.SignedInPayer;

/** The pages as one signed-in payer receives them, without a browser. */
class SignedInPages {
  private final MockMvc pages;
  private final RequestPostProcessor payer;

  SignedInPages(WebApplicationContext context, Payer payer) {
    pages = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    var principal = new SignedInPayer("somebody", payer.kind(), payer.id(), payer.name());
    this.payer =
        authentication(
            UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList("ROLE_PAYER")));
  }

  MockHttpServletResponse open(String path) {
    return answer(get(path));
  }

  /** The page's HTML, which must be there. */
  String html(String path) {
    var answer = open(path);
    if (answer.getStatus() != 200) {
      throw new AssertionError(path + " answers " + answer.getStatus());
    }
    return text(answer);
  }

  MockHttpServletResponse send(String path, String... fields) {
    return answer(form(path, fields).with(csrf()));
  }

  MockHttpServletResponse sendWithoutToken(String path, String... fields) {
    return answer(form(path, fields));
  }

  static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static MockHttpServletRequestBuilder form(String path, String... fields) {
    var form = post(path);
    for (var pair : List.of(fields)) {
      form.param(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
    }
    return form;
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
    try {
      return pages.perform(request.with(payer)).andReturn().getResponse();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
