/**
 * The one door to `natural`: deep modules only. Its root prints to stdout, reads the user's `.env` and costs 0.7 s.
 */
import jaroWinkler from "natural/lib/natural/distance/jaro-winkler_distance.js";
import porter from "natural/lib/natural/stemmers/porter_stemmer.js";

/** Porter's stemmer. */
export const PorterStemmer = porter;

/** Likeness of two short strings, 0–1 (Jaro-Winkler). */
export const likeness = (a: string, b: string): number => jaroWinkler(a, b, {});
