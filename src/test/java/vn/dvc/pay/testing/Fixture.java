package vn.dvc.pay.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * What tests of one part of the application share: a bean that their annotation imports and that
 * they use by name. It bears no stereotype, so that other tests' applications do not have it.
 */
public interface Fixture {
  default void beforeEachTest() {}

  default void afterEachTest() {}

  /**
   * Prepares and tidies the fixtures of a test's application; stands below the Spring extension.
   */
  class Lifecycle implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      fixtures(context).forEach(Fixture::beforeEachTest);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      fixtures(context).forEach(Fixture::afterEachTest);
    }

    private static Iterable<Fixture> fixtures(ExtensionContext context) {
      return SpringExtension.getApplicationContext(context).getBeansOfType(Fixture.class).values();
    }
  }
}
