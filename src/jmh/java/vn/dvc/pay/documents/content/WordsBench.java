package vn.dvc.pay.documents.content;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An amount in words, as documents print it. */
@State(Scope.Benchmark)
public class WordsBench {
  private long dong = 1_234_567_890;

  @Benchmark
  public String words() {
    return VietnameseWords.sentence(dong);
  }
}
