package vn.dvc.pay.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on the class that evaluates a decision table. The check of the models compares the table's
 * columns and cells with it, so that no changed cell surprises a payment.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsTable {
  /** The table's id. */
  String value();

  /** The rooms whose models need it; the reader's own if none is named. */
  String[] rooms() default {};

  /** What the table is given. */
  Column[] inputs();

  /** What it must yield, in exactly one row. */
  Column[] outputs();

  @Target({})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Column {
    String name();

    /**
     * {@code boolean}, {@code int}, {@code long}, {@code String}, or an enum that has its words.
     */
    Class<?> type();

    /** The only texts that the program understands; empty if any will do. */
    String[] texts() default {};

    long least() default Long.MIN_VALUE;

    long most() default Long.MAX_VALUE;
  }
}
