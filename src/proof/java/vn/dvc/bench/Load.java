package vn.dvc.bench;

/**
 * How payers come.
 *
 * @param inFlight so many at a time, each followed by the next; 0 for fixed arrivals
 * @param perSecond so many each second, whether the ones before them are done or not
 */
record Load(int inFlight, double perSecond) {

  static Load inFlight(int many) {
    return new Load(many, 0);
  }

  static Load perSecond(double rate) {
    return new Load(0, rate);
  }

  String title() {
    return inFlight > 0 ? inFlight + " in flight" : "%.0f/s".formatted(perSecond);
  }
}
