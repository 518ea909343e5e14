/** The form that revisions of each kind of thing hold. */
import {
  DossierClaim,
  DossierIssue,
  DossierParty,
  DossierPerson,
  DossierReply,
  DossierSearch,
  DossierSourceForm,
  DossierTopicForm,
} from './dossier-schema.ts'

export const ENTITY_FORMS = {
  topic: DossierTopicForm,
  party: DossierParty,
  person: DossierPerson,
  source: DossierSourceForm,
  issue: DossierIssue,
  claim: DossierClaim,
  search: DossierSearch,
  reply: DossierReply,
} as const
