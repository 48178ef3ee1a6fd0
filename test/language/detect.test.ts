import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/detect.ts';

describe('a question', () => {
  it.each([
    'Quel département a créé des télécentres ?',
    'quel departement a cree des telecentres',
    'combien',
    'qui a présidé « The Future of Work » ?',
    'Qui a dit "yes we can, and we will" ?',
    'que dit Macron sur le Brexit',
    'CyberCantal Télécentres',
    'bonjour',
    'cite-moi les télécentres',
  ])('is French: %s', (text) => {
    expect(detectLanguage(text)).toBe('fr');
  });

  it.each([
    'which department set up telework centres?',
    'who chaired "Inventer le nouveau service public"?',
    'Développer les nouvelles solidarités: who was on the panel?',
    'what did la ministre say about la santé',
    'Who is M. Klein?',
    'How many people?',
    'wich departments created telework centres?',
    'hello',
  ])('is English: %s', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });

  it.each(['Agrilocal', '250', 'telecentres cantal', '', '😀 !', '\ud800'])('may be either: "%s"', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});
