/** The files of `natural` that are used here; its root is never imported (it reads `.env` and prints). */
declare module 'natural/lib/natural/stemmers/porter_stemmer_fr.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
