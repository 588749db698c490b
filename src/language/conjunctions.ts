/** Conjunctions that a clause begins with. */
export const conjunctions =
  'dhe edhe ose apo por porse kurse ndërsa teksa që se sepse pasi kur ku nëse ndonëse megjithëse duke'.split(' ');
