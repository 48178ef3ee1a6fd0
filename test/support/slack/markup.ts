const entity = /&(?!(?:amp|lt|gt);)/u;
const link = /^(?:https?:\/\/|mailto:|tel:)[^\s|<>]+(?:\|[^|<>]*)?$/u;
const date = /^!date\^\d+\^[^<>]+\|[^<>]+$/u;

/**
 * Markup in a `mrkdwn` text that Slack would bring to life, or that is not escaped.
 * @param allowed mentions that may stand, written whole: `<@U1>`.
 */
export function markupHazards(mrkdwn: string, allowed: ReadonlySet<string>): string[] {
  const hazards: string[] = [];
  const rest = mrkdwn.replaceAll(/<([^<>]*)>/gu, (whole, inside: string) => {
    if (link.test(inside) || date.test(inside) || allowed.has(whole)) return '';
    hazards.push(`${/^[!@#]/u.test(inside) ? 'live mention' : 'markup'} ${JSON.stringify(whole)}`);
    return '';
  });
  if (rest.includes('<')) hazards.push('unescaped "<"');
  if (entity.test(mrkdwn)) hazards.push('unescaped "&"');
  return hazards;
}

/** Mentions in standard Markdown (`markdown` blocks, `markdown_text`), where a lone `<` or `&` is harmless. */
export function markdownHazards(markdown: string, allowed: ReadonlySet<string>): string[] {
  return [...markdown.matchAll(/<[!@#][^<>]*>/gu)]
    .map(([whole]) => whole)
    .filter((whole) => !allowed.has(whole))
    .map((whole) => `live mention ${JSON.stringify(whole)}`);
}

/** What a rich_text element mentions, written as in mrkdwn; undefined for elements that mention nothing. */
export function mentionOf(element: Readonly<Record<string, unknown>>): string | undefined {
  switch (element['type']) {
    case 'user':
      return `<@${String(element['user_id'])}>`;
    case 'channel':
      return `<#${String(element['channel_id'])}>`;
    case 'usergroup':
      return `<!subteam^${String(element['usergroup_id'])}>`;
    case 'broadcast':
      return `<!${String(element['range'])}>`;
    default:
      return undefined;
  }
}
