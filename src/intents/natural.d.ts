/** The file of `natural` that intents use; its root is never imported (it reads `.env` and prints). */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    /** Best first; values are unnormalised probabilities. */
    getClassifications(tokens: readonly string[]): readonly { readonly label: string; readonly value: number }[];
  }
}
