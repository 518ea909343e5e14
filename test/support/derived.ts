import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'

/**
 * Everything derived of a topic that holds now, told by slugs, so that two topics of the same content
 * can be compared: what stands until when, what replaced what, sides with their spans, relations,
 * contradictions that are not resolved. How these are explained depends on which side came first.
 */
export async function derivedOf(db: Db, topicSlug: string) {
  const { id } = await db
    .selectFrom('topic')
    .where('slug', '=', topicSlug)
    .select('id')
    .executeTakeFirstOrThrow()
  const read = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  return {
    parts: await read(sql`select slug, name, part from party where topic_id = ${id} order by slug`),
    claims: await read(sql`
      select c.slug, c.stands_until, c.earliest, c.latest, c.withdrawn_reason, i.slug as issue,
        p.slug as party, o.slug as position, s.held,
        (select jsonb_agg(jsonb_build_array(q.found_start, q.found_end, k.version) order by q.ordinal)
          from citation q left join capture k on k.id = q.capture_id where q.claim_id = c.id) as places
      from claim c join issue i on i.id = c.issue_id join party p on p.id = c.party_id
      left join position o on o.id = c.position_id left join side s on s.id = c.side_id
      where c.topic_id = ${id} order by c.slug`),
    successions: await read(sql`
      select a.slug, b.slug as successor, n.from_day, n.until_day, n.is_reversal from succession n
      join claim a on a.id = n.claim_id join claim b on b.id = n.successor_id
      where a.topic_id = ${id} order by 1, 3, 2`),
    positions: await read(sql`
      select i.slug as issue, o.slug, o.label, o.description,
        (select jsonb_agg(jsonb_build_array(r.kind, t.slug) order by r.kind, t.slug)
          from position_relation r join position t on t.id = r.to_id where r.from_id = o.id) as relations
      from position o join issue i on i.id = o.issue_id where i.topic_id = ${id} order by 1, o.ordinal, 2`),
    sides: await read(sql`
      select i.slug as issue, p.slug as party, s.stance, s.held, s.claim_count, s.first_on, s.last_on,
        (select jsonb_agg(jsonb_build_array(from_day, until_day, scope_earliest, scope_latest,
          is_conditional, is_own_words) order by from_day, until_day, scope_earliest, scope_latest,
          is_conditional, is_own_words) from side_span where side_id = s.id) as spans
      from side s join issue i on i.id = s.issue_id join party p on p.id = s.party_id
      where i.topic_id = ${id} and s.claim_count > 0 order by 1, 2, 3, 4`),
    contradictions: await read(sql`
      select i.slug as issue, x.kind, x.witness, x.is_conditional, x.apart, x.first_on,
        (select array_agg(p.slug || ' ' || s.stance || ' ' || s.held order by p.slug, s.stance, s.held)
          from side s join party p on p.id = s.party_id where s.id in (x.side_a_id, x.side_b_id)) as sides
      from contradiction x join issue i on i.id = x.issue_id
      where x.topic_id = ${id} and x.resolved_on is null order by 1, 2, 7, 3`),
  }
}
