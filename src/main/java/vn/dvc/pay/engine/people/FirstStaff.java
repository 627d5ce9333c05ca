package vn.dvc.pay.engine.people;

/** Who is there before anybody was entered by hand: one bean per profile. */
interface FirstStaff {
  void provide();
}
