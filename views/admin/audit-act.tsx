import type { AuditAct } from '#server/domain/audit.ts'
import { InstantText } from '../shared/date-text.tsx'
import { wording } from '../words/wording.ts'

interface Props {
  readonly act: AuditAct
  /** Whoever did it; null where that is not kept. */
  readonly actor: string | null
}

/** Who did what, as a sentence; every name apart. */
export const AuditActText = ({ act, actor }: Props) => {
  const { acts } = wording().admin
  const by = <bdi>{actor}</bdi>
  switch (act.did) {
    case 'role':
      return acts.role(by, <bdi>{act.name}</bdi>, act.from, act.to)
    case 'disabled':
      return acts.disabled(by, <bdi>{act.name}</bdi>)
    case 'let in':
      return acts.letIn(by, <bdi>{act.name}</bdi>)
    case 'made a link':
      return acts.link(by, <bdi>{act.name}</bdi>)
    case 'added a member':
      return acts.memberAdded(by, <bdi>{act.name}</bdi>)
    case 'took a member out':
      return acts.memberOut(by, <bdi>{act.name}</bdi>)
    case 'took a name':
      return acts.name(by, <bdi>{act.name}</bdi>)
    case 'set a password':
      return acts.password(by)
    case 'added a passkey':
      return acts.passkeyAdded(by)
    case 'removed a passkey':
      return acts.passkeyRemoved(by)
    case 'took an invitation back':
      return acts.takenBack(by)
    case 'invited':
      return acts.invited(by, act.whom && <bdi>{act.whom}</bdi>, act.role)
    case 'joined':
      return acts.joined(by, act.role, <bdi>{act.inviter}</bdi>)
    case 'set up a topic':
      return acts.setUp(by, act.visibility, act.reviews)
    case 'asked for an erasure':
      return acts.erasureAsked(by, act.of)
    case 'erased':
      return acts.erased(by, act.of)
    case 'declined':
      return acts.erasureDeclined(by, act.of)
    case 'made a token':
      return acts.token(by, <bdi>{act.name}</bdi>, act.scopes, <InstantText at={act.ends} />)
    case 'added a webhook':
      return acts.webhookAdded(by, <code>{act.host}</code>)
    case 'disabled a webhook':
      return acts.webhookDisabled(<code>{act.host}</code>)
    case 'other':
      break
  }
  return (
    <>
      {by} <bdi>{act.what}</bdi>
    </>
  )
}
