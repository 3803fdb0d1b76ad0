declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  const distance: (a: string, b: string, options?: object) => number;
  export default distance;
}
declare module "natural/lib/natural/util/stopwords.js" {
  export const words: readonly string[];
}
