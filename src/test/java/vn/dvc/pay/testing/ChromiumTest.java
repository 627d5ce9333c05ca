package vn.dvc.pay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChromiumTest {
  /**
   * With it Chromium gives every document a new frame, and refuses to reload or to go back between
   * the moment in which the document is there and the one in which its frame is the page's: <q>Not
   * attached to an active page</q>, one time in four on a busy machine. Playwright switches it off
   * in versions 1.56 to 1.60.
   *
   * @see <a href="https://github.com/microsoft/playwright/issues/37714">Playwright's issue</a>
   */
  @Test
  void eachNewDocumentKeepsTheFrameOfThePage() {
    try (var chromium = Chromium.orSkip()) {
      assertThat(chromium.browser().isConnected()).isTrue();
      assertThat(ProcessHandle.current().descendants())
          .flatExtracting(it -> List.of(it.info().arguments().orElse(new String[0])))
          .filteredOn(it -> it.startsWith("--disable-features="))
          .isNotEmpty()
          .allMatch(it -> it.contains("RenderDocument"));
    }
  }
}
