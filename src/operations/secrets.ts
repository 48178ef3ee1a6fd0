import type { Config } from '../config.ts';

/** Every secret among the settings, for the log to blot out: those of Slack, the database's address, and its password. */
export function configuredSecrets(config: Config & { readonly DATABASE_URL?: string | undefined }): readonly string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, DATABASE_URL: database } = config;
  const secrets = [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, database, ...passwordsIn(database)];
  return secrets.filter((value) => value !== undefined);
}

/** The passwords of an address, before its host or as a parameter, as they are written there and as they are meant. */
function passwordsIn(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { password, searchParams } = new URL(address);
  const given = searchParams.getAll('password');
  try {
    return [password, decodeURIComponent(password), ...given];
  } catch {
    return [password, ...given];
  }
}
