import { fold } from '../language/fold.ts';

/** What pages on the web print around an article, folded; a line that is nothing else is not part of a record. */
const wholeLines = new Set([
  "partager l'article",
  'partager',
  'partager cet article',
  'partager cette page',
  'partager la page',
  'partager sur facebook',
  'partager sur twitter',
  'partager sur x',
  'partager sur linkedin',
  'partager sur whatsapp',
  'partager par e-mail',
  'partager par mail',
  'partager par courriel',
  'envoyer par mail',
  'envoyer par e-mail',
  'envoyer par courriel',
  'envoyer a un ami',
  'envoyer a un(e) ami(e)',
  'lire la suite',
  'lire plus',
  'lire aussi',
  'en savoir plus',
  'voir plus',
  'afficher plus',
  'imprimer',
  "imprimer l'article",
  'imprimer cette page',
  'imprimer la page',
  'version imprimable',
  'tweeter',
  'tweet',
  "j'aime",
  'epingler',
  'commenter',
  'laisser un commentaire',
  'ajouter un commentaire',
  'retour en haut',
  'retour en haut de page',
  'retour en haut de la page',
  'haut de page',
  "retour a l'accueil",
  'retour a la liste',
  'retour',
  'article precedent',
  'article suivant',
  'accueil',
  'menu',
  'aller au contenu',
  'aller au contenu principal',
  'mentions legales',
  'plan du site',
  'suivez-nous',
  'suivez-nous sur les reseaux sociaux',
  "s'abonner a la newsletter",
  'inscription a la newsletter',
  'accepter les cookies',
  'tout accepter',
  'tout refuser',
  'gerer les cookies',
  'parametrer les cookies',
  'personnaliser les cookies',
  'share',
  'share this article',
  'read more',
  'print',
  'back to top',
  'accept cookies',
  'accept all cookies',
]);

/** Openings of cookie banners, which are one short paragraph. */
const banner =
  /^(?:nous utilisons (?:des|les) cookies|ce site (?:web )?(?:utilise|dépose) des cookies|en poursuivant votre navigation|we use cookies|this (?:web)?site uses cookies)/i;

/** Longer lines are not looked at, in characters: no label of a page and no banner is longer. */
const longestLabel = 60;
const longestBanner = 400;

/** Whether a line was left over from a web page: "Partager l'article", "[Imprimer](…)", a cookie banner. */
export function isResidue(line: string): boolean {
  if (line.length > longestBanner) return false;
  const linked = line.trimStart().startsWith('[') ? /^\[([^\]]*)\]\([^)]*\)$/.exec(line.trim())?.[1] : undefined;
  const words = linked ?? line;
  if (words.length > longestLabel) return banner.test(words);
  return banner.test(words) || wholeLines.has(fold(words.replace(/^[\s>*_•·→+-]+|[\s>*_»›→+:.…!-]+$/g, '')));
}
