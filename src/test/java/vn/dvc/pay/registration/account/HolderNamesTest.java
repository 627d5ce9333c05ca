package vn.dvc.pay.registration.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class HolderNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Công ty TNHH An Phát                        | CONG TY TNHH AN PHAT
          Công ty trách nhiệm hữu hạn An Phát         | CTY TNHH AN PHAT
          Công ty TNHH một thành viên Đông Đô         | CONG TY TNHH MTV DONG DO
          Công ty TNHH 1 thành viên Đông Đô           | CONG TY TNHH MTV DONG DO
          Công ty cổ phần Bút & Giấy                  | CONG TY CP BUT VA GIAY
          Doanh nghiệp tư nhân Hải Âu                 | DNTN HAI AU
          nguyễn văn a                                | NGUYEN  VAN  A
          Đặng Thị Đào                                | DANG THI DAO
          Công ty CP X-Y                              | CONG TY CO PHAN X Y
          ÐẶNG THỊ ÐÀO                                | DANG THI DAO
          H'Hen Niê                                   | H HEN NIE
          Bh’riu Văn A                                | BHRIU VAN A
          Y Ƀlă Ƀkrông                                | Y BLA BKRONG
          阮文                                        | 阮文
          """)
  void oneNameInTwoSpellingsIsTheSame(String one, String other) {
    assertThat(HolderNames.same(one, other)).isTrue();
    assertThat(HolderNames.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Công ty TNHH An Phát   | CONG TY TNHH AN PHAT HUNG
          Công ty TNHH An Phát   | CONG TY CP AN PHAT
          Nguyễn Văn A           | NGUYEN VAN B
          Nguyễn Văn A           | VAN NGUYEN A
          阮文                   | 李明
          阮 A                   | 李 A
          --                     | ..
          --                     | Nguyễn Văn A
          ''                     | ''
          """)
  void twoNamesStayTwo(String one, String other) {
    assertThat(HolderNames.same(one, other)).isFalse();
    assertThat(HolderNames.same(other, one)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "Nguyễn Văn Á | NGUYEN VAN A")
  void composedAndDecomposedDiacriticsAreTheSame(String one, String other) {
    var decomposed = java.text.Normalizer.normalize(one, java.text.Normalizer.Form.NFD);
    assertThat(HolderNames.same(decomposed, other)).isTrue();
  }

  /** T4: a name that is empty after normalising matches nobody. */
  @Test
  void missingNameMatchesNobody() {
    assertThat(HolderNames.same(null, null)).isFalse();
    assertThat(HolderNames.same("\u200b", "\u200b")).isFalse();
  }
}
