package vn.dvc.pay.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The file of an H2 database is its owner's alone; H2 would let everybody on the machine read it.
 */
@Configuration(proxyBeanMethods = false)
class PrivateFiles {
  private static final String FILE = "jdbc:h2:file:";

  @Bean
  static BeanPostProcessor filesOfPools() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
            && pool.getJdbcUrl() != null
            && pool.getJdbcUrl().startsWith(FILE)) {
          close(
              Path.of(
                  pool.getJdbcUrl().substring(FILE.length()).replaceFirst(";.*", "") + ".mv.db"));
        }
        return bean;
      }
    };
  }

  /** Before H2 opens it, which goes on with an empty file. */
  private static void close(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try {
        Files.createFile(file);
      } catch (FileAlreadyExistsException known) {
        // It may be from a time when it was open to all.
      }
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
