package vn.dvc.bench.world;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.bench.measure.Counting;

/** A new, empty database for one application. */
interface Database extends AutoCloseable {

  /** How an application is told of it. */
  List<String> settings();

  /** Once the application has made its tables. */
  Counting counting();

  /** To ask and fill it from outside. */
  JdbcClient jdbc();

  @Override
  void close();
}
