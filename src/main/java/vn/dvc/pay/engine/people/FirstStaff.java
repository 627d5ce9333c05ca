package vn.dvc.pay.engine.people;

/** The initial staff, before anybody is added by hand: one bean per profile. */
interface FirstStaff {
  void provide();
}
