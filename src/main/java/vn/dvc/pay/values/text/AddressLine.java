package vn.dvc.pay.values.text;

/**
 * A postal address in one line, as the portal keeps it: any sign that we can print, at most 400
 * characters. Line breaks become blanks.
 *
 * <p>Source: UPU S42 (an address is free text; its lines may be joined).
 */
public record AddressLine(String text) {
  private static final int LONGEST = 400;

  public static AddressLine of(String typed) {
    return new AddressLine(TextLine.of(typed, LONGEST).text());
  }

  @Override
  public String toString() {
    return text;
  }
}
