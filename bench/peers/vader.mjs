import { peer, turns } from "./turns.mjs";

const { SentimentIntensityAnalyzer } = peer("vader-sentiment");
console.log(turns.reduce((sum, turn) => sum + SentimentIntensityAnalyzer.polarity_scores(turn).compound, 0));
