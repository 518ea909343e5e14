/**
 * What undoes what: data, one line for each route that changes something. A route that is missing here,
 * or a line without a route, fails the build.
 */
export type Undoing =
  /** The ordinary route that does the reverse; what is shown afterwards carries its form. */
  | { readonly undoneBy: string }
  /** Not undone on purpose; `says` stands where the button is, where there is something to lose. */
  | { readonly onPurpose: string; readonly says?: string }
  /** It adds, or changes nothing that is on record: nothing is destroyed or hidden. */
  | { readonly losesNothing: string }

const by = (undoneBy: string): Undoing => ({ undoneBy })
const adds = (losesNothing: string): Undoing => ({ losesNothing })
const signsIn = adds('It begins a session, which signing out ends.')
const fillsForm = adds('It makes a challenge that a form is filled in with.')
const restoring = (history: string): Undoing => by(`POST ${history}/:version/restore`)

export const undoTable: Readonly<Record<string, Undoing>> = {
  'POST /appearance': adds('The three choices stand beside each other.'),
  'POST /csp-reports': adds('It is logged.'),

  'POST /sign-in': signsIn,
  'POST /passkeys/sign-in': signsIn,
  'POST /passkeys/sign-in/challenge': fillsForm,
  'POST /passkeys/confirm/challenge': fillsForm,
  'POST /join/:token': adds('It makes an account, which an owner can disable.'),
  'POST /sign-out': { onPurpose: 'A session that has ended is ended: one signs in again.' },
  'POST /settings/profile': by('POST /settings/profile'),
  'POST /settings/password': {
    onPurpose: 'A password in use is replaced, and every other session ends.',
    says: 'Every other session of yours ends.',
  },
  'POST /settings/tokens': by('POST /settings/tokens/:id/end'),
  'POST /settings/tokens/:id/end': {
    onPurpose: 'A token that was ended may be in wrong hands.',
    says: 'Ending one cannot be undone. Make a new one instead.',
  },
  'POST /settings/passkeys': by('POST /settings/passkeys/:id/remove'),
  'POST /settings/passkeys/challenge': fillsForm,
  'POST /settings/passkeys/:id/remove': {
    onPurpose: 'A passkey that was removed may be lost.',
    says: 'Removing one cannot be undone. Add it again instead.',
  },
  'POST /settings/sessions/end-others': {
    onPurpose: 'A session that was ended may be somebody else’s.',
    says: 'Ending one cannot be undone. Sign in there again instead.',
  },
  'POST /settings/sessions/:id/end': {
    onPurpose: 'A session that was ended may be somebody else’s.',
    says: 'Ending one cannot be undone. Sign in there again instead.',
  },

  'POST /follows/:of/:name': by('POST /follows/:of/:name/end'),
  'POST /follows/:of/:name/end': by('POST /follows/:of/:name'),
  'POST /inbox': adds('Entries stay listed; only the mark “New” goes.'),
  'POST /settings/webhooks': by('POST /settings/webhooks/:id/remove'),
  'POST /settings/webhooks/:id/test': adds('It sends a test.'),
  'POST /settings/webhooks/:id/disable': by('POST /settings/webhooks/:id/enable'),
  'POST /settings/webhooks/:id/enable': by('POST /settings/webhooks/:id/disable'),
  'POST /settings/webhooks/:id/remove': {
    onPurpose: 'Its secret is forgotten; whoever may want it back disables it.',
    says: 'Removing cannot be undone',
  },

  'POST /admin/people': by('POST /admin/invitations/:id/revoke'),
  'POST /admin/invitations/:id/revoke': {
    onPurpose: 'A link that was taken back may be in wrong hands.',
    says: 'An invitation that is taken back does not come back. Make a new one instead.',
  },
  'POST /admin/people/:id': by('POST /admin/people/:id'),
  'POST /admin/jobs/deliveries/:id/retry': adds('It sends once more what did not arrive.'),
  'POST /admin/people/:id/link': adds('It makes a link that works once, for 30 minutes.'),

  'POST /erasures/:of/:name': by('POST /admin/erasures/:id/decline'),
  'POST /admin/erasures/:id/decline': by('POST /erasures/:of/:name'),
  'POST /admin/erasures/:id/carry-out': {
    onPurpose:
      'Erased words are gone; that two people have to want it stands in the place of an undo.',
  },

  'POST /t/:topic/setup': by('POST /t/:topic/setup'),
  'POST /t/:topic/members': by('POST /t/:topic/members/:account/remove'),
  'POST /t/:topic/members/:account/remove': by('POST /t/:topic/members'),

  'POST /t/:topic/sources/new': adds('A source is recorded; nothing refers to it yet.'),
  'POST /s/:id/draft': by('POST /s/:id/draft'),
  'POST /s/:id/v/new': adds(
    'The texts before it stay, and quotations that it has lost stay in them.',
  ),
  'POST /s/:id/access': by('POST /s/:id/access'),
  'POST /t/:topic/issues/new': adds('An issue is recorded; nothing refers to it yet.'),
  'POST /i/:id/edit': restoring('/i/:id/history'),
  'POST /i/:id/merge': by('POST /i/:id/reshaping/undo'),
  'POST /i/:id/split': by('POST /i/:id/reshaping/undo'),
  'POST /i/:id/reshaping/undo': by('POST /i/:id/reshaping/undo'),
  'POST /i/:id/searches/new': by('POST /i/:id/searches/withdraw'),
  'POST /i/:id/searches/withdraw': by('POST /i/:id/searches/new'),
  'POST /t/:topic/parties/new': adds('A party is recorded; nothing refers to it yet.'),
  'POST /t/:topic/people/new': adds('A person is recorded; nothing refers to it yet.'),
  'POST /p/:id/edit': by('POST /p/:id/edit'),
  'POST /people/:id/edit': restoring('/people/:id/history'),
  'POST /t/:topic/claims/new': by('POST /c/:id/withdraw'),
  'POST /c/:id/edit': restoring('/c/:id/history'),
  'POST /c/:id/withdraw': by('POST /c/:id/withdraw'),
  'POST /c/:id/replies/new': by('POST /c/:id/replies/:reply/withdraw'),
  'POST /c/:id/replies/:reply/edit': by('POST /c/:id/replies/:reply/edit'),
  'POST /c/:id/replies/:reply/withdraw': by('POST /c/:id/replies/:reply/withdraw'),
  'POST /c/:id/history/:version/restore': restoring('/c/:id/history'),
  'POST /i/:id/history/:version/restore': restoring('/i/:id/history'),
  'POST /p/:id/history/:version/restore': restoring('/p/:id/history'),
  'POST /people/:id/history/:version/restore': restoring('/people/:id/history'),
  'POST /s/:id/history/:version/restore': restoring('/s/:id/history'),
  'POST /t/:topic/history/:version/restore': restoring('/t/:topic/history'),
  'POST /t/:topic/searches/:search/history/:version/restore': restoring(
    '/t/:topic/searches/:search/history',
  ),

  'POST /x/:id/reviews': by('POST /x/:id/reviews/:review/undo'),
  'POST /x/:id/reviews/:review/undo': by('POST /x/:id/reviews'),
  'POST /x/:id/snooze': by('POST /x/:id/snooze/end'),
  'POST /x/:id/snooze/end': by('POST /x/:id/snooze'),
  'POST /x/:id/adjudication': by('POST /x/:id/adjudication/undo'),
  'POST /x/:id/adjudication/undo': by('POST /x/:id/adjudication'),
}
