import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { ClaimState, Claims, Lease } from './store.ts';

/**
 * Claims on events. Each method is one statement, so that of several processes exactly one is granted; who is no longer the
 * owner changes nothing.
 */
export function claimsIn(db: Kysely<Tables>): Claims {
  const owned = (event: string, owner: string) =>
    db.updateTable('claims').where('event', '=', event).where('owner', '=', owner);

  async function take(event: string, owner: string, { now, until }: Lease): Promise<ClaimState> {
    // The state of a claim taken over stays: who takes over what was about to be sent must know.
    const granted = await db
      .insertInto('claims')
      .values({ event, owner, state: 'held', claimed_at: now, lease_until: until })
      .onConflict((conflict) =>
        conflict
          .column('event')
          .doUpdateSet({ owner, claimed_at: now, lease_until: until })
          .where('claims.state', '<>', 'done')
          .where('claims.lease_until', '<=', now),
      )
      .returning('state')
      .executeTakeFirst();
    if (granted !== undefined) return granted.state === 'posting' ? 'posting' : 'taken';
    const found = await db.selectFrom('claims').select('state').where('event', '=', event).executeTakeFirst();
    // Given up in between.
    if (found === undefined) return take(event, owner, { now, until });
    return found.state === 'done' ? 'done' : 'held';
  }

  return {
    take,
    async renew(event, owner, { until }) {
      const renewed = await owned(event, owner)
        .set({ lease_until: until })
        .where('state', '<>', 'done')
        .executeTakeFirst();
      return renewed.numUpdatedRows > 0n;
    },
    async renewAll(events, owner, { until }) {
      await db
        .updateTable('claims')
        .set({ lease_until: until })
        .where('event', 'in', events)
        .where('owner', '=', owner)
        .where('state', '<>', 'done')
        .execute();
    },
    async posting(event, owner) {
      const granted = await owned(event, owner)
        .set({ state: 'posting' })
        .where('state', '=', 'held')
        .executeTakeFirst();
      return granted.numUpdatedRows > 0n;
    },
    async finish(event, owner) {
      await owned(event, owner).set({ state: 'done' }).execute();
    },
    async release(event, owner) {
      await db
        .deleteFrom('claims')
        .where('event', '=', event)
        .where('owner', '=', owner)
        .where('state', '<>', 'done')
        .execute();
    },
  };
}
