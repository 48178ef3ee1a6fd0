import { describe, expect, it } from 'vitest';
import { answerTypeOf } from '../../src/language/answer-type.ts';
import { fold } from '../../src/language/fold.ts';

describe('a French question', () => {
  it.each([
    ['PERSON', 'Qui a créé Agrilocal ?'],
    ['PERSON', 'Qui est-ce qui préside ?'],
    ['PERSON', "À qui s'adresse le dispositif ?"],
    ['PERSON', 'Par qui Agrilocal a-t-il été créé ?'],
    ['PERSON', "C'est qui le maire du Teil ?"],
    ['PERSON', 'Quel ministre a signé ?'],
    ['SPEAKER', 'Quel ministre a parlé ?'],
    ['PERSON', 'Quels sont les animateurs ?'],
    ['PLACE', 'Quel département a créé des télécentres ?'],
    ['PLACE', 'Dans quelle ville se trouve le siège ?'],
    ['PLACE', 'Laquelle des communes a refusé ?'],
    ['PLACE', 'Lesquels des départements ont signé ?'],
    ['SPEAKER', 'Qui a parlé des collèges ?'],
    ['SPEAKER', 'Qui a posé une question sur les collèges ?'],
    ['SPEAKER', 'Quelles députées ont mentionné les collèges ?'],
    ['PERSON', 'Qui a déclaré la guerre ?'],
    ['PERSON', 'Qui est le ministre qui a parlé ?'],
    ['PERSON', 'Qui intervient à l’atelier ?'],
    ['PLACE', 'Quel pays a signé ?'],
    ['PLACE', "Comment s'appelle la commune voisine ?"],
    ['PERSON', "Comment s'appelait la jeune fille ?"],
    ['PERSON', 'Quel ancien ministre a signé ?'],
    ['NUMBER', 'À quelle vitesse roule le train ?'],
    ['NUMBER', 'Quelle rémunération touche le directeur ?'],
    ['OTHER', "Qu'est-ce qu'Anne Roche proposait aux communes pour leurs écoles, qui ferment l'une après l'autre ?"],
    ['OTHER', 'Que rappelait le président à la députée, qui en doutait ?'],
    ['PERSON', 'Comment se nomme le rapporteur ?'],
    ['NAME', "Comment s'appellent les deux outils ?"],
    ['NAME', 'Sous quel nom la régie se présente-t-elle ?'],
    ['NAME', 'Quel est le nom du logiciel ?'],
    ['PLACE', 'Où se trouve Aurillac ?'],
    ['PLACE', "D'où vient le dispositif ?"],
    ['DATE', 'Quand le congrès a-t-il lieu ?'],
    ['DATE', 'Depuis quand le dispositif existe-t-il ?'],
    ['DATE', 'À quelle date le congrès a-t-il lieu ?'],
    ['DATE', 'En quelle année la loi a-t-elle été votée ?'],
    ['DATE', 'Pendant quel mois ?'],
    ['NUMBER', 'Combien de personnes utilisent le dispositif ?'],
    ['NUMBER', 'Combien coûte le projet ?'],
    ['NUMBER', 'Quel montant a été voté ?'],
    ['NUMBER', 'Quel est le nombre de bénéficiaires ?'],
    ['NUMBER', 'Quel est le prix des repas ?'],
    ['NUMBER', 'Quel taux a été fixé ?'],
    ['ORG', 'Quel organisme gère le fonds ?'],
    ['ORG', 'Quelles associations participent ?'],
    ['REASON', 'Pourquoi intervenir tôt ?'],
    ['REASON', 'Pour quelles raisons intervenir tôt ?'],
    ['MANNER', 'Comment innover ?'],
    ['MANNER', 'De quelle manière innover ?'],
    ['DEFINITION', "Qu'est-ce que la silver economy ?"],
    ['DEFINITION', "C'est quoi Agrilocal ?"],
    ['YESNO', 'Est-ce que le Cantal a créé des télécentres ?'],
    ['YESNO', 'Le dispositif existe-t-il ?'],
    ['YESNO', 'Avez-vous des télécentres ?'],
    ['OTHER', 'Le Cantal ou le Lot ont fait cela'],
    ['OTHER', 'À quoi sert Agrilocal ?'],
    ['OTHER', 'télécentres Cantal'],
    ['PERSON', 'directrice musée Lodève'],
    ['NUMBER', 'puissance parc éolien Migné'],
    ['DATE', 'année fermeture abattoir Lormont'],
    ['ORG', 'fabricant chaudière bois Vaubrenne'],
    ['OTHER', 'prison Fresnes surveillants'],
    ['PERSON', 'Quel policier a été blessé ?'],
    ['PERSON', "Comment s'appelle la rectrice ?"],
    ['NUMBER', 'Quelle prime touchera le personnel ?'],
    ['DATE', 'À quelle échéance les lignes seront-elles coupées ?'],
    ['REASON', "Qu'est-ce qui a motivé le refus ?"],
    ['REASON', 'Quelle est la cause du retard ?'],
    ['MANNER', 'Par quel moyen les pensionnaires iront-ils au marché ?'],
    ['DEFINITION', 'En quoi consiste le pass licence ?'],
    ['DEFINITION', 'pass licence en quoi ça consiste'],
    ['DEFINITION', "Qu'appelle-t-on la prime de feu ?"],
    ['DEFINITION', "Qu'entend-on par reste à charge ?"],
    ['PLACE', 'emplacement futur collège'],
    ['PLACE', 'gymnase olympique travaux ville'],
    ['PERSON', 'association de parents présidente 2024 ?'],
    ['OTHER', 'politique de la ville'],
    ['OTHER', 'places de parking centre ville'],
    ['OTHER', 'parlez-moi de notre maire'],
    ['NUMBER', 'Que coûtera la cantine aux familles ?'],
    ['OTHER', 'Que contient le contrat, qui coûte cher ?'],
    ['DEFINITION', "Qu'est-ce qu'un PAI, et qui le signe ?"],
    ['YESNO', 'Le syndicat de la Brévenne, à Charnay, a-t-il voté le budget de 2021 ?'],
    ['YESNO', 'Est-ce un promeneur qui a mis le feu ?'],
    ['YESNO', 'es ce que le syndicat a porté plainte'],
    ['YESNO', "esqu'il faut une pièce d'identité"],
    ['YESNO', "les deux recrutements ont t'ils abouti ?"],
    ['PERSON', 'Qui est le directeur de l’école, selon lequel la cour est trop chaude ?'],
    ['OTHER', 'De quoi est fait le repas servi quand un plat paraît suspect ?'],
    ['DATE', 'La loi a été votée quand ?'],
    ['DATE', 'Bonjour, je voudrais savoir quand la piscine ouvre'],
    ['MANNER', 'Comment faire quand on perd sa carte ?'],
    ['PERSON', 'Qui décide quand le maire est absent ?'],
    ['OTHER', 'agriculteurs sécheresse aides'],
    ['OTHER', 'personnes âgées dépendance'],
    ['PERSON', 'Quel est le nom du nouveau maire ?'],
    ['OTHER', 'Quelle mesure a été prise au nom de la sécurité ?'],
    ['OTHER', "Dans quel cadre l'étude est-elle menée ?"],
    ['OTHER', 'existe un plan climat'],
    ['REASON', 'Quelle est la raison du refus ?'],
    ['OTHER', "Quelle cause défend l'association ?"],
    ['OTHER', 'Sur quoi la commission s’est-elle prononcée ?'],
    ['PERSON', 'Qui commet les infractions ?'],
  ])('asks for %s: %s', (type, question) => {
    expect(answerTypeOf(question, 'fr').type).toBe(type);
    expect(answerTypeOf(fold(question).replace(/ ?\?$/, ''), 'fr').type).toBe(type);
  });

  it.each([
    ['REASON', 'pourqoi le bus ne passe plus'],
    ['MANNER', 'Coment les archives contrôlent-elles les images ?'],
    ['NUMBER', "conbien d'amendes en 2022"],
    ['PERSON', 'Quele toxicologue viendra ?'],
    ['OTHER', 'La ruelle du port'],
  ])('is understood with a slip in its first word: %s', (type, question) => {
    expect(answerTypeOf(question, 'fr').type).toBe(type);
  });

  it('names what it asks for', () => {
    expect(answerTypeOf('Quel est le nombre de places ?', 'fr').head).toBe('places');
    expect(answerTypeOf('Quel est le nombre de nouveaux logements ?', 'fr').head).toBe('logements');
    expect(answerTypeOf('nombre d’élèves école Jules-Ferry', 'fr').head).toBe('eleves');
    expect(answerTypeOf('Quel département a créé des télécentres ?', 'fr').head).toBe('departement');
    expect(answerTypeOf("Combien d'élus étaient présents ?", 'fr').head).toBe('elus');
    expect(answerTypeOf('Qui a créé Agrilocal ?', 'fr').head).toBeNull();
  });

  it.each([
    ['Quels départements ont créé Agrilocal ?', true],
    ['Lesquelles des communes ont signé ?', true],
    ['Quel département a créé des télécentres ?', false],
    ['Qui a créé Agrilocal ?', false],
  ])('asks for several or for one: %s', (question, list) => {
    expect(answerTypeOf(question, 'fr').list).toBe(list);
  });
});

describe('an English question', () => {
  it.each([
    ['PERSON', 'Who created Agrilocal?'],
    ['PERSON', 'For whom is it meant?'],
    ['PERSON', 'Which minister spoke?'],
    ['PLACE', 'Which department set up telework centres?'],
    ['PLACE', 'In which towns is it used?'],
    ['PLACE', 'Which countries signed?'],
    ['PLACE', 'Which cities took part?'],
    ['PLACE', 'Where is Aurillac?'],
    ['DATE', 'When is the congress?'],
    ['DATE', 'In which year was the law passed?'],
    ['DATE', 'What is the date of the next congress?'],
    ['NUMBER', 'How many people use it?'],
    ['NUMBER', 'How much does it cost?'],
    ['NUMBER', 'What amount was voted?'],
    ['NUMBER', 'What is the budget of CyberCantal?'],
    ['ORG', 'Which organisation runs it?'],
    ['REASON', 'Why intervene early?'],
    ['MANNER', 'How can departments innovate?'],
    ['DEFINITION', 'What is Agrilocal?'],
    ['DEFINITION', 'What is the silver economy?'],
    ['DEFINITION', 'What are the “wateringues” whose staff dredged the ditches?'],
    ['STATEMENT', 'What did the minister say about schools?'],
    ['YESNO', 'Is there a telework centre?'],
    ['YESNO', 'Do departments innovate?'],
    ['YESNO', 'Has the Cantal set up telework centres?'],
    ['OTHER', 'What does Agrilocal supply?'],
    ['OTHER', 'telework Cantal'],
    ['YESNO', 'Will families who ask by April get a place when term starts?'],
    ['STATEMENT', 'What does Mrs Vasseur think of sirens when people have no instructions?'],
    ['NUMBER', 'What will the new platform cost?'],
    ['REASON', 'What was the reason for the delay?'],
    ['OTHER', 'What was lost when the software failed?'],
    ['NUMBER', "What was the mayor's salary?"],
    ['PERSON', 'Can you tell me who the mayor is?'],
    ['DATE', 'Please tell me when the pool opens'],
    ['PLACE', 'Do you know where the school is?'],
    ['STATEMENT', 'What did the council say about the cost?'],
    ['PERSON', 'Who stands for election?'],
    ['REASON', 'What are the reasons for the delay?'],
    ['NAME', 'What is the school called?'],
    ['PLACE', 'How can I find out which town grew?'],
    ['MANNER', 'How will the council use what residents send?'],
    ['PERSON', 'Who chose which school would close?'],
    ['PERSON', 'wich minister spoke?'],
  ])('asks for %s: %s', (type, question) => {
    expect(answerTypeOf(question, 'en').type).toBe(type);
    expect(answerTypeOf(question.toLowerCase().replace('?', ''), 'en').type).toBe(type);
  });

  it.each([
    ['Which departments created Agrilocal?', true],
    ['Which department created Agrilocal?', false],
    ['What does Agrilocal supply?', false],
  ])('asks for several or for one: %s', (question, list) => {
    expect(answerTypeOf(question, 'en').list).toBe(list);
  });
});
