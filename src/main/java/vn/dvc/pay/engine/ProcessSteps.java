package vn.dvc.pay.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * What one model may call. The bean's name is the model's in camel case ({@code card-payment.bpmn}
 * = {@code cardPayment}); each public method implements the task whose id it has as its name.
 * Parameters are process variables by name. Models see no other beans.
 *
 * <p>Whatever else model and program must agree on is declared here as well, so that the check of
 * the models knows it without running anything.
 */
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessSteps {
  @AliasFor(annotation = Component.class)
  String value();

  /** The variables that the program gives the process, at its start or with a message. */
  String[] variables() default {};

  /** The messages that the program sends it. */
  String[] messages() default {};

  /** The verdicts that a step may return: its gateways can wait for no others. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Verdicts {
    String[] value();
  }

  /** Takes a second person's word, so that only a task for another person may lead to it. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface SecondPerson {}

  /** The only words that a step accepts here, so that a form must offer no others. */
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface OneOf {
    String[] value();
  }
}
