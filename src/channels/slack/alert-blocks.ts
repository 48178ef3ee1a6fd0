import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../proceedings/answer.ts';
import type { Language } from '../../proceedings/proceedings.ts';
import { catalogueOf } from '../../replies/catalogue.ts';
import { longDate } from '../../replies/long-date.ts';
import type { Alert } from '../../store/store.ts';
import { renderReply } from './blocks.ts';
import { button, fit, paragraph, plain, row } from './elements.ts';
import { labels } from './labels.ts';
import { escapeMarkup, clip, visible } from './text.ts';
import { message, type Message } from './message.ts';
import { alertsValue, keptAlertValue } from './silence-pointer.ts';

const questionLimit = 250;

/** Says that a question is remembered, with the button to forget it. */
export function renderKept({ id, language }: Pick<Alert, 'id' | 'language'>): Message {
  const { alertKept } = labels[language];
  return message(alertKept, [paragraph(alertKept), ...row(stopButton('unalert', id, language))]);
}

/** The answer that somebody waited for: which question it answers, when that was asked, and the answer as usual. */
export function renderAlert({ question, language, at }: Alert, answer: Answer): Message {
  const { alertAnswered, myAlerts } = labels[language];
  const note = alertAnswered(dayOf(at, language), shortened(question));
  const { text, blocks } = renderReply({ kind: 'answer', language, answer }, { share: true });
  return {
    text: `${escapeMarkup(note)}\n\n${text}`,
    blocks: [paragraph(note), ...blocks, ...row(button('alerts', myAlerts, alertsValue(language)))],
  };
}

/** A person's alerts, as many as fit, each with the button to forget it. */
export function renderAlerts(alerts: readonly Alert[], language: Language): Message {
  const { noAlerts, alerts: title } = labels[language];
  if (alerts.length === 0) return message(noAlerts, [paragraph(noAlerts)]);
  const lines = alerts.map((alert) => `• ${lineOf(alert, language)}`);
  const { blocks } = fit(
    [paragraph(title)],
    alerts.map((alert, index) => [alertBlock(alert, index, language)]),
    (shown) => (shown < alerts.length ? [paragraph(catalogueOf(language).andMore(alerts.length - shown))] : []),
  );
  return message([title, ...lines].join('\n'), blocks);
}

/** One alert with its button; `index` is its place among those of the message or view. */
export function alertBlock(alert: Alert, index: number, language: Language): KnownBlock {
  const [accessory] = stopButton(`unalert:${index}`, alert.id, language);
  return { type: 'section', text: plain(lineOf(alert, language), 3000), ...(accessory && { accessory }) };
}

function stopButton(actionId: string, id: string, language: Language) {
  return button(actionId, labels[language].stopAlert, keptAlertValue(id, language));
}

const lineOf = ({ question, at }: Alert, language: Language) =>
  labels[language].alertSince(shortened(question), dayOf(at, language));

const shortened = (question: string) => clip(visible(question), questionLimit);

const dayOf = (at: number, language: Language) => longDate(new Date(at).toISOString().slice(0, 10), language);
