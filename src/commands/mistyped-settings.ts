import { settingNames } from '../config.ts';
import { nearestWord } from '../language/nearest-word.ts';

const prefix = 'SLACK_';
const known = settingNames.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));

/**
 * A warning for each variable that is no setting and looks like one of Slack's that is not set: "SLACK_BOT_TOKN". Other
 * programs have variables of Slack's too: those that are like none are left alone.
 */
export function mistypedSettings(variables: readonly string[]): readonly string[] {
  return variables
    .filter((name) => name.startsWith(prefix) && !settingNames.includes(name))
    .flatMap((name) => {
      const near = nearestWord(name.slice(prefix.length), known);
      const meant = `${prefix}${near}`;
      return near === null || variables.includes(meant)
        ? []
        : [`warning: ${name} is not a setting; did you mean ${meant}?`];
    });
}
