package vn.dvc.pay.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import vn.dvc.pay.web.Callers;
import vn.dvc.pay.web.WebTest;

/** A browser fetches style and script once for as long as they stay the same. */
@WebTest
class AssetsTest {
  private static final Pattern ASSET =
      Pattern.compile("(?:href|src)=\"(/assets/[a-z-]+-[0-9a-f]{32}\\.(?:css|js|svg))\"");

  @Autowired Callers callers;
  @Autowired ResourceUrlProvider files;

  @Test
  void pageNamesEachAssetByItsContentAndBrowsersKeepIt() {
    assertThat(callers.anybody().get("/login").body().split("/assets/"))
        .as("no asset without its hash")
        .hasSize(1 + assets().size());
    for (var asset : assets()) {
      var answer = callers.anybody().get(asset);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public");
      assertThat(answer.header("Set-Cookie")).isNull();
    }
  }

  @Test
  void assetsAreCompressedAndPagesAreNot() {
    var browser = callers.anybody().with("Accept-Encoding", "gzip");

    assertThat(browser.get("/login").header("Content-Encoding")).isNull();
    assertThat(browser.get(assets().get(0)).header("Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void pagesThemselvesAreNotKept() {
    assertThat(callers.anybody().get("/login").header("Cache-Control")).contains("no-store");
  }

  /** Each link that a page writes would be, in every jar of the program. */
  @Test
  void linksToPagesAreNotLookedForAmongTheFiles() {
    var paths = new AntPathMatcher();
    for (var page : List.of("/dossiers", "/payments/P1", "/payments/P1/vietqr.png")) {
      assertThat(files.getHandlerMap().keySet())
          .as(page)
          .isNotEmpty()
          .noneMatch(pattern -> paths.match(pattern, page));
    }
  }

  private List<String> assets() {
    var page = callers.anybody().get("/login").body();
    var assets = ASSET.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(assets).as(page).hasSizeGreaterThanOrEqualTo(2);
    return assets;
  }
}
