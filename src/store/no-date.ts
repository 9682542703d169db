/** Stands for "no date" in the bounds, below every date, so that a plain index sorts absent dates too. */
export const NO_DATE = -9_000_000_000_000_000;
